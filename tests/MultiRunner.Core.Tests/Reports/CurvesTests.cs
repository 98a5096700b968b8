using System.Text;
using MultiRunner.Format;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Writing;
using MultiRunner.Results;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>Curves in a report: a few numbers of each.</summary>
public class CurvesTests
{
    private static readonly CurvePoint[] Curve = [new(1, 0.5), new(2, double.NaN), new(4, 0.9), new(8, 0.25), new(9, 0.9), new(10, 0.75)];

    [Theory]
    [InlineData("score", true, 4, 0.9)]
    [InlineData("SCORE", true, 4, 0.9)]
    [InlineData("score", false, 8, 0.25)]
    public async Task The_curve_of_the_objective_has_its_best_value(string objective, bool maximize, int step, double best)
    {
        Assert.Equal(
            new CurveSummary(6, new(1, 0.5), new(10, 0.75), Best: new(step, best), Min: null, Max: null, NotANumber: 1),
            await Read(Curve, new Objective(objective, maximize)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("loss")]
    public async Task Any_other_curve_has_its_lowest_and_its_highest_value(string? objective)
    {
        Assert.Equal(
            new CurveSummary(6, new(1, 0.5), new(10, 0.75), Best: null, Min: new(8, 0.25), Max: new(4, 0.9), NotANumber: 1),
            await Read(Curve, objective is null ? null : new Objective(objective, Maximize: true)));
    }

    /// <summary>The report of a sweep with one objective, as somebody asks for it by another one.</summary>
    [Theory]
    [InlineData("other", true, "score", true, 4, 0.9)]
    [InlineData("other", true, "SCORE", false, 8, 0.25)]
    [InlineData("score", true, "score", false, 8, 0.25)]
    [InlineData("score", false, "score", true, 4, 0.9)]
    public async Task Another_objective_has_a_best_value_of_its_own(string own, bool up, string metric, bool maximize, int step, double best)
    {
        using var sweep = With(Curve, new Objective(own, up));
        var curve = (await sweep.Read()).By(new Objective(metric, maximize)).Points[0].Curves!["score"];
        Assert.Equal((new CurvePoint(step, best), null, null), (curve.Best, curve.Min, curve.Max));
    }

    [Fact]
    public async Task The_curve_of_an_objective_that_is_none_any_more_has_its_lowest_and_its_highest_value()
    {
        using var sweep = With(Curve, new Objective("score", Maximize: true));
        var curve = (await sweep.Read()).By(new Objective("other", Maximize: true)).Points[0].Curves!["score"];
        Assert.Equal((null, new CurvePoint(8, 0.25), new CurvePoint(4, 0.9)), (curve.Best, curve.Min, curve.Max));
    }

    [Fact]
    public async Task A_curve_without_a_number_has_no_best_value()
    {
        var nan = new CurvePoint(3, double.NaN);
        Assert.Equal(new CurveSummary(1, nan, nan, null, null, null, 1), await Read([nan], new Objective("score", Maximize: true)));
        Assert.Equal(new CurveSummary(0, null, null, null, null, null, null), await Read([], objective: null));
    }

    [Fact]
    public async Task Infinity_is_a_number()
    {
        CurvePoint low = new(1, double.NegativeInfinity), high = new(2, double.PositiveInfinity);
        Assert.Equal(new CurveSummary(2, low, high, null, low, high, null), await Read([low, high], objective: null));
    }

    [Fact]
    public async Task Their_json_has_pairs_as_results_have_them()
    {
        using var sweep = With(Curve, new Objective("other", Maximize: true));
        var json = JsonReport.Print(await sweep.Read());
        Assert.Contains(
            """
                  "curves": {
                    "score": {
                      "steps": 6,
                      "first": [1, 0.5],
                      "last": [10, 0.75],
                      "min": [8, 0.25],
                      "max": [4, 0.9],
                      "notANumber": 1,
                      "samples": [[1,0.5],[2,"NaN"],[4,0.9],[8,0.25],[9,0.9],[10,0.75]]
                    }
                  },
            """,
            json,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "a curve is an array.")]
    [InlineData("[[1]]", "a point of a curve is [step, value].")]
    [InlineData("[[1.5, 2]]", "a point of a curve is [step, value].")]
    [InlineData("[[1, \"nan\"]]", "a point of a curve is [step, value].")]
    [InlineData("[[1, 2, 3]]", "a point of a curve is [step, value].")]
    [InlineData("[1]", "a point of a curve is [step, value].")]
    public async Task A_curve_that_is_none_is_said(string curve, string reason)
    {
        using var sweep = With([], objective: null);
        var path = sweep.FullPath(SweepLayout.Result(0));
        var json = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        sweep.Write(SweepLayout.Result(0), Encoding.UTF8.GetBytes(json.Replace("[]", curve, StringComparison.Ordinal)));
        var report = await sweep.Read();
        Assert.Null(report.Points[0].Metrics);
        Assert.Contains(reason, Assert.Single(report.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_read_of_a_result_is_what_was_written_but_for_the_values_between()
    {
        using var sweep = With(Curve, objective: null);
        var whole = PointResult.TryParse(await sweep.Files.TryRead(SweepLayout.Result(0)))!;
        var point = (await sweep.Read()).Points[0];
        Assert.Equal(whole.Curves!["score"].Count, point.Curves!["score"].Steps);
        Assert.Equal((whole.Worker, whole.Host, whole.Attempt, whole.Started, whole.Seconds), (point.Worker, point.Host, point.Attempt, point.Started, point.Seconds));
    }

    [Fact]
    public void A_long_curve_is_read_without_a_list_of_its_values()
    {
        using var sweep = With([.. Enumerable.Range(0, 200_000).Select(step => new CurvePoint(step, 1.0 / (step + 3)))], objective: null);
        var json = File.ReadAllBytes(sweep.FullPath(SweepLayout.Result(0)));
        var reader = new ResultSummaryReader(mostSamples: 200);
        Assert.Equal(200_000, Read().Curves!["score"].Steps);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);

        ResultSummary Read() => reader.Read(json)!;
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(2_000, 200)]
    [InlineData(10_000, 40)]
    [InlineData(100_000, 8)]
    public void A_report_of_more_points_has_fewer_samples_of_each(int points, int samples) =>
        Assert.Equal(samples, CurveSummary.SamplesFor(points));

    [Fact]
    public async Task Samples_have_the_digits_that_a_picture_shows()
    {
        using var sweep = With([new(0, 1.0 / 3), new(1, 1.23456789e20), new(2, -1e-300), new(3, double.PositiveInfinity)], objective: null);
        Assert.Contains(
            "\"samples\": [[0,0.3333333],[1,1.234568E+20],[2,-1E-300],[3,\"Infinity\"]]",
            JsonReport.Print(await sweep.Read()),
            StringComparison.Ordinal);
    }

    private static async Task<CurveSummary> Read(IReadOnlyList<CurvePoint> curve, Objective? objective)
    {
        using var sweep = With(curve, objective);
        return (await sweep.Read()).Points[0].Curves!["score"] with { Samples = null, Lowest = null, Highest = null };
    }

    private static SweepOnDisk With(IReadOnlyList<CurvePoint> curve, Objective? objective)
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", objective, ("seed", [1]));
        sweep.Finish(0, SampleSweeps.NodeA, r => r with { Curves = new() { ["score"] = curve } }, ("score", 0.75), ("other", 1));
        return sweep;
    }
}
