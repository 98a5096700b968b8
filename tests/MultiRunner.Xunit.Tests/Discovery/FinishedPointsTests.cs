using System.Globalization;
using System.Text.Json;
using MultiRunner.Definition;
using MultiRunner.Discovery;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Tests.Discovery;

/// <summary>Which points share a test case.</summary>
public sealed class FinishedPointsTests : IDisposable
{
    private static readonly AssemblyStamp Build = new("Tests", "1.0.0.0", "6f9619ff-8b86-d011-b42d-00cf4fc964ff");

    private readonly string path = Directory.CreateTempSubdirectory("multirunner-").FullName;

    public void Dispose() => Directory.Delete(path, recursive: true);

    [Fact]
    public async Task Finished_points_that_have_a_result_do()
    {
        await Make([1, 2, 3, 4], "0_finished", "1_finished", "2_finished", "3_finished");

        var found = await Read([1, 2, 3, 4]);

        Assert.Equal([0, 1, 2, 3], found!.Indices);
        Assert.Equal([0, 1, 2, 3], found.InCode.Order());
    }

    [Theory]
    [InlineData("3_to_run")]
    [InlineData("3_running.node-1-abcd")]
    [InlineData("3_finished.node-1-abcd.1")]
    [InlineData("3_finished.~node-1-abcd")]
    [InlineData("3_failed")]
    [InlineData(".3_duplicate.node-1-abcd")]
    public async Task A_point_in_another_state_keeps_its_case(string state)
    {
        await Make([1, 2, 3, 4], "0_finished", "1_finished", "2_finished", state);

        Assert.Equal([0, 1, 2], (await Read([1, 2, 3, 4]))!.Indices);
    }

    [Fact]
    public async Task A_point_whose_result_was_deleted_keeps_its_case()
    {
        await Make([1, 2, 3, 4], "0_finished", "1_finished", "2_finished", "3_finished");
        File.Delete(Path.Combine(path, "results", "2.json"));

        Assert.Equal([0, 1, 3], (await Read([1, 2, 3, 4]))!.Indices);
    }

    [Fact]
    public async Task Points_are_known_by_their_keys_and_those_of_other_code_do_not_count()
    {
        await Make([7, 3, 2, 1], "0_finished", "1_finished", "2_finished", "3_finished");

        var found = await Read([1, 2, 3, 4]);

        Assert.Equal([1, 2, 3], found!.Indices);
        Assert.Equal([0, 1, 2], found.InCode.Order());
    }

    [Fact]
    public async Task No_more_than_the_limit_have_a_case_each()
    {
        await Make([1, 2, 3, 4], "0_finished", "1_finished", "2_to_run", "3_to_run");

        Assert.Null(await Read([1, 2, 3, 4]));
    }

    [Fact]
    public async Task Points_of_other_code_do_not_make_up_the_limit()
    {
        await Make([7, 8, 1, 2], "0_finished", "1_finished", "2_finished", "3_finished");

        Assert.Null(await Read([1, 2, 3, 4]));
    }

    [Fact]
    public async Task A_sweep_that_has_no_directory_has_a_case_each() => Assert.Null(await Read([1, 2, 3, 4]));

    private ValueTask<FinishedPoints?> Read(int[] values)
    {
        var method = typeof(FinishedPointsTests).GetMethod(nameof(No_more_than_the_limit_have_a_case_each))!;
        return FinishedPoints.In(new FileSystemDirectory(path), new SweepDefinition
        {
            Name = "Tests.Run",
            FullName = "Tests.Run",
            Version = null,
            DirectoryName = "Tests.Run",
            Grid = GridOf(values),
            Rows = null,
            Objective = null,
            Options = new SweepOptions { SummaryAbove = 2 },
            Costs = null,
            Returns = ReturnReader.Of("Tests.Run", method),
            Assembly = Build,
        });
    }

    private async Task Make(int[] values, params string[] states)
    {
        var grid = GridOf(values);
        var manifest = new Manifest
        {
            Sweep = "Tests.Run",
            Maker = "node-1-abcd",
            Created = DateTimeOffset.UnixEpoch,
            Assembly = Build,
            Parameters = [new ManifestParameter("n", "System.Int32")],
            Current = [.. grid.Points.Select(point => point.Index)],
            Points = [.. grid.Points.Select(point => new CanonicalJson(point.Key))],
        };
        var ini = Directory.CreateDirectory(Path.Combine(path, "ini")).FullName;
        var results = Directory.CreateDirectory(Path.Combine(path, "results")).FullName;
        await File.WriteAllBytesAsync(
            Path.Combine(ini, "sweep.json"),
            JsonSerializer.SerializeToUtf8Bytes(manifest, SweepJson.Readable.Manifest),
            TestContext.Current.CancellationToken);
        for (var point = 0; point < states.Length; point++)
        {
            await File.WriteAllTextAsync(Path.Combine(ini, states[point]), "", TestContext.Current.CancellationToken);
            var result = Path.Combine(results, point.ToString(CultureInfo.InvariantCulture) + ".json");
            await File.WriteAllTextAsync(result, "{}", TestContext.Current.CancellationToken);
        }
    }

    private static Grid GridOf(int[] values) =>
        Grid.FromAxes("Tests.Run", [new Axis(new Parameter("n", typeof(int)), [.. values.Cast<object>()])]);
}
