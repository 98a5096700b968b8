using System.Text.Json;

namespace MultiRunner.Tests.EndToEnd;

/// <summary>Points that are taken from a space, from the attribute to the test cases, the manifest and the report.</summary>
public sealed class SamplingTests(SamplingTests.SampledRuns runs) : IClassFixture<SamplingTests.SampledRuns>
{
    private const string DrawnSentence = "5 configurations drawn at random (seed 7), each with its repeats.";
    private const string PairsSentence = "8 of 36 combinations, in which every pair of values occurs that Where = Fits allows.";

    // Results are kept by these points, so a later version must draw the same ones.
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["Drawn"] =
        [
            "rate: 0.01001, width: 11, seed: 0",
            "rate: 0.01001, width: 11, seed: 1",
            "rate: 0.01518, width: 55, seed: 0",
            "rate: 0.01518, width: 55, seed: 1",
            "rate: 1.081E-05, width: 43, seed: 0",
            "rate: 1.081E-05, width: 43, seed: 1",
            "rate: 0.0001001, width: 31, seed: 0",
            "rate: 0.0001001, width: 31, seed: 1",
            "rate: 0.09086, width: 43, seed: 0",
            "rate: 0.09086, width: 43, seed: 1",
        ],
        ["Even"] =
        [
            "dropout: 0.16795, layers: 2",
            "dropout: 0.03922, layers: 3",
            "dropout: 0.33758, layers: 4",
            "dropout: 0.23575, layers: 1",
            "dropout: 0.44499, layers: 5",
        ],
        ["Spread"] =
        [
            "shift: -0.2877, model: \"Lasso\", width: 808",
            "shift: 0.7123, model: \"Ridge\", width: 308",
            "shift: -0.7877, model: \"Ridge\", width: 558",
            "shift: 0.2123, model: \"Lasso\", width: 58",
            "shift: -0.5377, model: \"Lasso\", width: 433",
        ],
        ["Pairs"] =
        [
            "width: 16, layers: 1, model: \"Ridge\", fast: true",
            "width: 16, layers: 2, model: \"Ridge\", fast: false",
            "width: 16, layers: 3, model: \"Lasso\", fast: false",
            "width: 64, layers: 1, model: \"Ridge\", fast: false",
            "width: 64, layers: 2, model: \"Lasso\", fast: true",
            "width: 64, layers: 3, model: \"Ridge\", fast: true",
            "width: 256, layers: 1, model: \"Ridge\", fast: true",
            "width: 256, layers: 1, model: \"Lasso\", fast: false",
        ],
    };

    public static MatrixTheoryData<Host, string> Cases => new(Enum.GetValues<Host>(), Names.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_points_that_are_taken_are_test_cases(Host host, string method)
    {
        var run = await runs.On(host);

        Assert.Equal("28 passed", run.Report.Summary);
        Assert.Equal(
            Names[method].Select(point => $"Subjects.Sampled.{method}({point})").Order(StringComparer.Ordinal),
            run.Report.Of($"Subjects.Sampled.{method}(").Tests.Select(test => test.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_manifest_lists_the_same_points_in_the_order_of_the_draw(Host host, string method)
    {
        var run = await runs.On(host);

        var sweep = run.Sweeps[$"Subjects.Sampled.{method}"];
        Assert.Equal(Names[method], sweep.Points.Select(point => NameOf(point, Names[method][0])));
        Assert.All(sweep.States, state => Assert.EndsWith("_finished", state, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Drawn", """{"sampling":"Random","samples":5,"seed":7}""", "LogUniform(1E-05, 0.1)", DrawnSentence)]
    [InlineData("Even", """{"sampling":"Latin","samples":5,"seed":0}""", "Uniform(0, 0.5)", "Latin hypercube of 5 points (seed 0).")]
    [InlineData("Spread", """{"sampling":"Sobol","samples":5,"seed":-1}""", "Uniform(-1, 1)", "Sobol' sequence, 5 points (seed -1).")]
    [InlineData("Pairs", """{"sampling":"Pairwise","combinations":36,"rules":["Where = Fits"]}""", null, PairsSentence)]
    public async Task The_manifest_and_the_report_say_how_points_were_taken(string method, string grid, string? distribution, string line)
    {
        var sweep = (await runs.On(Host.Executable)).Sweeps[$"Subjects.Sampled.{method}"];

        Assert.Equal(grid, JsonSerializer.Serialize(sweep.Manifest.GetProperty("grid")));
        var axis = sweep.Manifest.GetProperty("axes")[0];
        Assert.Equal(distribution, axis.TryGetProperty("distribution", out var text) ? text.GetString() : null);
        Assert.Contains($"\n{line}\n", sweep["report/report.txt"], StringComparison.Ordinal);
        Assert.Contains("\nIt is the best of the points that were run.", sweep["report/report.txt"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_second_run_finds_all_of_them_finished(Host host, string method)
    {
        var run = await runs.On(host, 2);

        Assert.Equal("28 skipped", run.Report.Summary);
        Assert.Equal(Names[method].Length, run.Sweeps[$"Subjects.Sampled.{method}"].Points.Count);
    }

    /// <summary>The name of a point in the manifest, with its parameters in the order of another name.</summary>
    private static string NameOf(string point, string other)
    {
        var arguments = JsonDocument.Parse(point).RootElement;
        var names = other.Split(", ").Select(part => part.Split(':')[0]);
        return string.Join(", ", names.Select(name => $"{name}: {arguments.GetProperty(name).GetRawText()}"));
    }

    public sealed class SampledRuns() : Runs("FullyQualifiedName~Subjects.Sampled.");
}
