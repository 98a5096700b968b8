using System.Globalization;
using MultiRunner.Core.Tests.Protocol;
using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>How reports and the status say which points a sweep has.</summary>
public class GridSentencesTests
{
    private const string When = "[When(\"layers\", Above = 0)] on width";
    private const string Exclude = "[Exclude(\"layers\", 0)]";

    private static readonly UInt128 Trillion = 1_000_000_000_000;

    public static TheoryData<string, string?> Sentences { get; } = new()
    {
        { "random", "200 points drawn at random from 10^12 combinations (seed 7)." },
        { "random, continuous", "1 point drawn at random (seed 0)." },
        { "random, rules", "200 points drawn at random from 10^12 combinations (seed 7). Where = Fits says which combinations are allowed. Combinations that differ only in a parameter that does not matter are one point: [When(\"layers\", Above = 0)] on width. 2 points beside the grid." },
        { "latin", "Latin hypercube of 200 points (seed 0)." },
        { "sobol", "Sobol' sequence, 256 points (seed 3)." },
        { "pairwise", "31 of 1,024 combinations, in which every pair of values occurs." },
        { "pairwise, rules", "31 of 1,024 combinations, in which every pair of values occurs that Where = Fits allows." },
        { "pairwise, extra rows", "31 of 1,024 combinations, in which every pair of values occurs, there or in a point beside the grid. 2 points beside the grid." },
        { "rules", "540 of 1,000 combinations: Where = Fits and [Exclude(\"layers\", 0)] forbid the others." },
        { "one rule", "540 of 1,000 combinations: Where = Fits forbids the others." },
        { "many rules", "540 of 1,000 combinations: a, b, c, d, e and 2 more forbid the others." },
        { "rules that forbid nothing", "All of 1,000 combinations: Where = Fits forbids none." },
        { "conditions", "540 points of 1,000 combinations. Combinations that differ only in a parameter that does not matter are one point: [When(\"layers\", Above = 0)] on width." },
        { "rules and conditions", "540 points of 1,000 combinations. Where = Fits says which combinations are allowed. Combinations that differ only in a parameter that does not matter are one point: [When(\"layers\", Above = 0)] on width." },
        { "extra row", "1 point beside the grid." },
        { "other version", "12 points from 1,000 combinations, chosen by 'Spiral' (seed 2)." },
        { "nothing", null },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Each_way_has_its_sentence(string name, string? expected) => Assert.Equal(expected, GridSentences.Of(Grid(name)));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1024", "1,024")]
    [InlineData("100000000", "100,000,000")]
    [InlineData("1000000000", "10^9")]
    [InlineData("1000000001", "1,000,000,001")]
    [InlineData("999999999999999", "999,999,999,999,999")]
    [InlineData("1000000000000000", "10^15")]
    [InlineData("1048576000000000", "about 1 x 10^15")]
    [InlineData("1250000000000000", "about 1.2 x 10^15")]
    [InlineData("9990000000000000", "about 10^16")]
    [InlineData("340282366920938463463374607431768211455", "about 3.4 x 10^38")]
    public void Large_counts_are_powers(string count, string expected) =>
        Assert.Equal(expected, Display.Grouped(UInt128.Parse(count, CultureInfo.InvariantCulture)));

    [Fact]
    public async Task The_status_says_it_below_its_first_line()
    {
        using var sweep = SampleSweeps.Drawn();
        var status = await new SweepStatusReader(sweep.Files, "/sweep", TestSweep.Worker("me"), sweep.Time).Read();
        Assert.StartsWith(
            "Drawn.Training.Train: 25 points: 0 to run, 0 running, 25 finished, 0 failed\n"
                + "  24 points drawn at random (seed 7). Where = Fits says which combinations are allowed. 1 point beside the grid.\n",
            StatusText.Print(status),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_on_some_points_says_how_all_were_chosen()
    {
        using var sweep = SampleSweeps.Drawn();
        var some = (await sweep.Read()).Only(point => point.Index < 3);
        Assert.Equal((3, 24), (some.Points.Count, some.Grid!.Points));
    }

    [Fact]
    public async Task Only_the_best_of_a_sample_is_not_the_best_of_all()
    {
        const string Sentence = "It is the best of the points that were run. Points that were not chosen may be better.";
        using var drawn = SampleSweeps.Drawn();
        Assert.Contains(Sentence, Headline.Certainty(await drawn.Read()));
        drawn.Edit(m => m with { Grid = new ManifestGrid("Pairwise") });
        Assert.Contains(Sentence, Headline.Certainty(await drawn.Read()));
        drawn.Edit(m => m with { Grid = new ManifestGrid("Grid", Rules: ["Where = Fits"]) });
        Assert.DoesNotContain(Sentence, Headline.Certainty(await drawn.Read()));
        drawn.Edit(m => m with { Grid = null });
        Assert.DoesNotContain(Sentence, Headline.Certainty(await drawn.Read()));
    }

    /// <summary>Where points are drawn, samples and combinations are without the repeats, and the points are with them.</summary>
    [Theory]
    [InlineData("Random", 16, 16, 16, false)]
    [InlineData("Random", 16, 80, 16, false)]
    [InlineData("Random", 16, 16, 17, true)]
    [InlineData("Random", 16, 80, 60, true)]
    [InlineData("Sobol", 16, 16, null, true)]
    [InlineData("Latin", -1, 0, 0, false)]
    [InlineData("Latin", -1, 0, 1, true)]
    [InlineData("Pairwise", null, 12, 12, false)]
    [InlineData("Pairwise", null, 12, 13, true)]
    [InlineData("Grid", null, 12, 13, false)]
    public void All_combinations_are_no_sample(string sampling, int? samples, int points, int? combinations, bool isSample) =>
        Assert.Equal(
            isSample,
            new ReportGrid(sampling, samples, 0, (UInt128?)combinations, points, Rules: null, Conditions: null, ExtraRows: null).IsSample);

    [Fact]
    public async Task Names_that_are_null_are_passed_over()
    {
        using var sweep = SampleSweeps.Drawn();
        sweep.Edit(m => m with { Grid = new ManifestGrid("Grid", Combinations: 100, Rules: [null!, "Where = Fits"], Conditions: [null!]) });
        Assert.Equal("25 of 100 combinations: Where = Fits forbids the others.", GridSentences.Of((await sweep.Read()).Grid));
    }

    private static ReportGrid? Grid(string name) => name switch
    {
        "random" => Drawn("Random", 200, 7, Trillion),
        "random, continuous" => Drawn("Random", 1, 0, null),
        "random, rules" => Drawn("Random", 200, 7, Trillion) with { Rules = ["Where = Fits"], Conditions = [When], ExtraRows = 2 },
        "latin" => Drawn("Latin", 200, 0, null),
        "sobol" => Drawn("Sobol", 256, 3, null),
        "pairwise" => All(31, 1024) with { Sampling = "Pairwise" },
        "pairwise, rules" => All(31, 1024) with { Sampling = "Pairwise", Rules = ["Where = Fits"] },
        "pairwise, extra rows" => All(31, 1024) with { Sampling = "Pairwise", ExtraRows = 2 },
        "rules" => All(540, 1000) with { Rules = ["Where = Fits", Exclude] },
        "one rule" => All(540, 1000) with { Rules = ["Where = Fits"] },
        "many rules" => All(540, 1000) with { Rules = ["a", "b", "c", "d", "e", "f", "g"] },
        "rules that forbid nothing" => All(1000, 1000) with { Rules = ["Where = Fits"] },
        "conditions" => All(540, 1000) with { Conditions = [When] },
        "rules and conditions" => All(540, 1000) with { Rules = ["Where = Fits"], Conditions = [When] },
        "extra row" => All(1000, 1000) with { ExtraRows = 1 },
        "other version" => Drawn("Spiral", 12, 2, 1000),
        _ => null,
    };

    private static ReportGrid Drawn(string sampling, int samples, int seed, UInt128? combinations) =>
        new(sampling, samples, seed, combinations, samples, Rules: null, Conditions: null, ExtraRows: null);

    private static ReportGrid All(int points, UInt128 combinations) =>
        new("Grid", Samples: null, Seed: null, combinations, points, Rules: null, Conditions: null, ExtraRows: null);
}
