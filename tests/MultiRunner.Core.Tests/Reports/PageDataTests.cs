using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Page;
using MultiRunner.Results;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>The data of the page, as its script reads them.</summary>
public class PageDataTests
{
    [Fact]
    public async Task Sweep_in_trouble()
    {
        using var sweep = SampleSweeps.Troubled();
        sweep.Skip(17, SampleSweeps.NodeA, "no GPU");
        sweep.Skip(17, SampleSweeps.NodeB, "no GPU");
        sweep.Finish(0, SampleSweeps.NodeA, WithMore, ("accuracy", 0.5), ("logLoss", 1.25));
        Directory.CreateDirectory(sweep.FullPath($"{SweepLayout.Artifacts(0)}/plots"));
        sweep.Write($"{SweepLayout.Artifacts(0)}/plots/a.png", ""u8);
        sweep.Write($"{SweepLayout.Artifacts(0)}/model.bin", ""u8);
        Snapshot.Match(Readable(await sweep.Read()));
    }

    [Fact]
    public async Task Sweep_with_repeats()
    {
        using var sweep = SampleSweeps.Repeated();
        Snapshot.Match(Readable(await sweep.Read()));
    }

    [Fact]
    public async Task Sweep_without_objective()
    {
        using var sweep = SampleSweeps.WithoutObjective();
        Snapshot.Match(Readable(await sweep.Read()));
    }

    [Fact]
    public async Task Numbers_are_sorted_and_have_a_logarithmic_axis_over_two_decades()
    {
        using var sweep = new SweepOnDisk();
        sweep.Rows("S.M", null, ["narrow", "wide", "zero", "text", "mixed"], [10, 0.1, 0, "b", 1], [9, 10, 1, "a", "x"], [2, 1, 500, "b", null]);
        var parameters = PageText.Of(await sweep.Read()).Json.GetProperty("parameters").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!);
        Assert.Equal("2 9 10", Texts("narrow"));
        Assert.Equal("0.1 1 10", Texts("wide"));
        Assert.Equal("b a", Texts("text"));
        Assert.Equal("1 x null", Texts("mixed"));
        Assert.Equal(["wide"], parameters.Where(p => p.Value.GetProperty("log").GetBoolean()).Select(p => p.Key));
        Assert.Equal(["narrow", "wide", "zero"], parameters.Where(p => p.Value.GetProperty("numeric").GetBoolean()).Select(p => p.Key));

        string Texts(string name) => string.Join(' ', parameters[name].GetProperty("values").EnumerateArray().Select(v => v.GetString()));
    }

    [Fact]
    public async Task Infinity_and_NaN_are_numbers_of_an_axis_of_numbers_and_texts_among_texts()
    {
        using var sweep = new SweepOnDisk();
        sweep.Rows(
            "S.M", null, ["number", "narrow", "text", "nothing"], [double.NaN, 3, "NaN", "NaN"], [100, double.PositiveInfinity, "b", "NaN"],
            [double.PositiveInfinity, 3, "a", "NaN"], [double.NegativeInfinity, 4, "a", "NaN"], [9, 4, "a", "NaN"], [1, 4, "a", "NaN"]);
        var page = PageText.Of(await sweep.Read());
        var parameters = page.Json.GetProperty("parameters").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!);
        Assert.Equal("""["-Infinity",1,9,100,"Infinity","NaN"]""", parameters["number"].GetProperty("numbers").GetRawText());
        Assert.Equal("""[3,4,"Infinity"]""", parameters["narrow"].GetProperty("numbers").GetRawText());
        Assert.Equal(["number", "narrow"], parameters.Where(p => p.Value.GetProperty("numeric").GetBoolean()).Select(p => p.Key));
        Assert.Equal(["number"], parameters.Where(p => p.Value.GetProperty("log").GetBoolean()).Select(p => p.Key));
    }

    [Theory]
    [InlineData(298, false)]
    [InlineData(301, true)]
    public async Task A_long_value_of_a_parameter_is_cut_and_the_page_says_so(int length, bool isCut)
    {
        using var sweep = new SweepOnDisk();
        sweep.Rows("S.M", null, ["a"], [new string('x', length)], ["b"]);
        var page = PageText.Of(await sweep.Read());
        Assert.Equal(isCut, page.Json.GetProperty("parameters")[0].TryGetProperty("cut", out _));
        Assert.Equal(isCut, page.Texts("left").Any(text => text.Contains("what is copied as CSV", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_argument_that_a_point_lacks_is_minus_one()
    {
        using var sweep = new SweepOnDisk();
        sweep.Rows("S.M", null, ["a"], [1], [2]);
        sweep.Edit(m => m with { Points = [m.Points[0], new CanonicalJson("{\"older\":2}")] });
        var data = PageText.Of(await sweep.Read()).Json;
        Assert.Equal("[[0,-1]]", data.GetProperty("points").GetProperty("arguments").GetRawText());
    }

    [Fact]
    public void A_page_of_very_many_configurations_has_the_best_and_says_what_it_leaves_out()
    {
        var page = PageText.Of(ManyPoints.Report(PageSelection.MostConfigurations + 10, samples: 0));
        Assert.Equal(["This page has the best 20,000 of 20,010 configurations; report.csv has every point."], page.Texts("left"));
        Assert.Contains("<p>This page has the best 20,000 of 20,010 configurations; report.csv has every point.</p>", page.Body, StringComparison.Ordinal);
        var points = page.Json.GetProperty("points");
        Assert.Equal(PageSelection.MostConfigurations, page.Json.GetProperty("configurations").GetArrayLength());
        Assert.Equal(PageSelection.MostConfigurations, points.GetProperty("index").GetArrayLength());

        // The value of a point is its index, so the ten worst are the first ten.
        Assert.Equal(10, points.GetProperty("index")[0].GetInt32());
        Assert.Equal(20_009, points.GetProperty("index")[page.Json.GetProperty("configurations")[0].GetProperty("rows")[0].GetInt32()].GetInt32());
    }

    [Fact]
    public async Task The_page_knows_which_part_of_the_sweep_it_has()
    {
        using var whole = SampleSweeps.Repeated();
        Assert.False(PageText.Of(await whole.Read()).Json.TryGetProperty("part", out _));
        Assert.Equal("the best 20,000 of 20,010 configurations", Part(ManyPoints.Report(PageSelection.MostConfigurations + 10, samples: 0)));
        Assert.Equal("the first 20,000 of 20,010 configurations", Part(ManyPoints.Report(PageSelection.MostConfigurations + 10, samples: 0).By(null)));
        Assert.Equal("50,000 of the 50,010 points of the only configuration", Part(ManyPoints.Report(50_010, samples: 0, repeats: 50_010)));
        Assert.Equal("50,000 of the 50,010 points of the best of 2 configurations", Part(ManyPoints.Report(100_020, samples: 0, repeats: 50_010)));

        static string? Part(SweepReport report) => PageText.Of(report).Json.GetProperty("part").GetString();
    }

    [Fact]
    public void Repeats_count_as_points_of_the_page()
    {
        var page = PageText.Of(ManyPoints.Report(PageSelection.MostPoints + 100, samples: 0, repeats: 100));
        Assert.Equal(PageSelection.MostPoints, page.Json.GetProperty("points").GetProperty("index").GetArrayLength());
        Assert.Equal(["This page has the best 500 of 501 configurations; report.csv has every point."], page.Texts("left"));
    }

    [Fact]
    public void What_went_wrong_is_there_although_failed_points_are_not_among_the_best()
    {
        var page = PageText.Of(ManyPoints.FinishedAndFailed(PageSelection.MostConfigurations, failed: 1_000));
        var counts = page.Json.GetProperty("counts");
        Assert.Equal((20_000, 1_000), (counts.GetProperty("finished").GetInt32(), counts.GetProperty("failed").GetInt32()));
        Assert.Equal((21_000, 1_000), (counts.GetProperty("configurations").GetInt32(), counts.GetProperty("attempts").GetInt32()));
        var attempts = page.Json.GetProperty("attempts").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(20_000, 1_000), attempts.Select(a => a.GetProperty("point").GetInt32()));
        Assert.All(attempts, a => Assert.Equal(-1, a.GetProperty("row").GetInt32()));
        Assert.Equal(
            [
                "This page has the best 20,000 of 21,000 configurations; report.csv has every point.",
                "1,000 failed points are not in the table; \"What went wrong\" has the errors, and report.csv has the points.",
            ],
            page.Texts("left"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_configuration_of_more_points_than_a_page_is_there_with_its_best_point(int configurations)
    {
        const int Repeats = PageSelection.MostPoints + 10;
        var page = PageText.Of(ManyPoints.Report(configurations * Repeats, samples: 0, repeats: Repeats));
        var configuration = Assert.Single(page.Json.GetProperty("configurations").EnumerateArray());
        Assert.Equal(PageSelection.MostPoints, configuration.GetProperty("rows").GetArrayLength());
        Assert.Equal(Repeats, configuration.GetProperty("count").GetInt32());
        var index = page.Json.GetProperty("points").GetProperty("index");
        Assert.Equal((configurations * Repeats) - 1, index[configuration.GetProperty("bestRow").GetInt32()].GetInt32());
        Assert.Contains("50,000 of the 50,010 points", page.Texts("left")[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_page_of_ten_thousand_points_with_curves_is_smaller_than_ten_megabytes(int curves)
    {
        var page = PageText.Of(ManyPoints.Report(10_000, CurveSummary.SamplesFor(10_000), curves));
        Assert.InRange(page.Bytes.Length, 2_000_000, 9_999_999);
        Assert.Equal(["Curves are thinned on this page; results/POINT.json has every value."], page.Texts("left"));
        var curve = page.Json.GetProperty("curves").GetProperty("loss0").GetProperty("17");
        Assert.Equal(1_000, curve[2].GetInt32());
        Assert.Equal(curve[0].GetArrayLength(), curve[1].GetArrayLength());
        Assert.Equal((0, 999), (curve[0][0].GetInt32(), curve[0].EnumerateArray().Last().GetInt32()));
    }

    [Fact]
    public void A_page_without_room_for_two_values_of_each_curve_has_those_of_the_best()
    {
        var page = PageText.Of(ManyPoints.Report(5_000, samples: 8, curves: 40));
        var curves = page.Json.GetProperty("curves").EnumerateObject().SelectMany(metric => metric.Value.EnumerateObject()).ToList();
        Assert.Equal(PageCurves.MostValues, curves.Sum(c => c.Value[1].GetArrayLength()));
        Assert.Equal(40, curves.Count(c => c.Name == "4999"));
        Assert.DoesNotContain(curves, c => c.Name == "0");
        Assert.Equal("This page has 175,000 of 200,000 curves; results/POINT.json has all.", page.Texts("left")[0]);
    }

    [Fact]
    public void A_page_of_very_many_different_errors_is_small_and_says_what_it_cuts()
    {
        var report = ManyPoints.Failed(points: 8_000, attempts: 3, message: new string('x', 3_000));
        var page = PageText.Of(report);
        Assert.InRange(page.Bytes.Length, 1_000_000, 12_000_000);
        Assert.Equal(PageAttempts.Most, page.Json.GetProperty("attempts").GetArrayLength());
        Assert.Equal(
            [
                "This page has 20,000 of 24,000 failed attempts; report.json has all.",
                "Long messages and stack traces are cut on this page; the files in attempts/ have them whole.",
            ],
            page.Texts("left"));
    }

    [Fact]
    public async Task A_trace_that_the_report_does_not_have_is_none()
    {
        using var sweep = SampleSweeps.Troubled();
        var report = await sweep.Read();
        var page = PageText.Of(report with { Traces = ReportTraces.None });
        Assert.All(page.Json.GetProperty("attempts").EnumerateArray(), a => Assert.Equal(-1, a.GetProperty("trace").GetInt32()));
    }

    private static PointResult WithMore(PointResult result) => result with
    {
        Details = new() { ["note"] = "a text" },
        Curves = new() { ["logLoss"] = [new(1, 2.5), new(2, double.NaN), new(3, 1.0 / 3)] },
    };

    /// <summary>The data with a line for each part of a part.</summary>
    private static string Readable(SweepReport report) => string.Concat(PageText.Of(report).Json.EnumerateObject().Select(part =>
        $"{part.Name}: {string.Concat(PartsOf(part.Value).Select(text => $"{text}\n"))}"));

    private static IEnumerable<string> PartsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => ["", .. value.EnumerateArray().Select(item => $"  {item.GetRawText()}")],
        JsonValueKind.Object => ["", .. value.EnumerateObject().Select(property => $"  {property.Name}: {property.Value.GetRawText()}")],
        _ => [value.GetRawText()],
    };
}
