using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>Which values of a parameter are taken together where the points are drawn.</summary>
public class ParameterLevelsTests
{
    [Fact]
    public void Many_numbers_are_cut_into_five_intervals_with_equally_many_points() =>
        Assert.Equal(["1-20", "21-40", "41-60", "61-80", "81-100"], Levels(Enumerable.Range(1, 100).Select(Text)));

    [Fact]
    public void With_few_points_there_are_fewer_intervals_and_each_has_five_points() =>
        Assert.Equal(["1-5", "6-11"], Levels(Enumerable.Range(1, 11).Select(Text)));

    [Fact]
    public void Ten_numbers_stay_what_they_are() =>
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], Levels(Enumerable.Range(0, 100).Select(i => Text((i / 10) + 1))));

    [Fact]
    public void Equal_numbers_stay_together() =>
        Assert.Equal(["1-2", "3-4", "5-7", "8-9", "10-11"], Levels(Enumerable.Range(0, 88).Select(i => Text((i / 8) + 1))));

    /// <summary>Half of the points have the value of a parameter that does not matter.</summary>
    [Fact]
    public void A_number_with_more_points_than_an_interval_has_stays_alone() =>
        Assert.Equal(["0", "1-12", "13-25", "26-37", "38-50"], Levels(Enumerable.Repeat("0", 50).Concat(Enumerable.Range(1, 50).Select(Text))));

    [Fact]
    public void No_interval_reaches_over_a_number_that_stays_alone() =>
        Assert.Equal(
            ["1-12", "13", "14-25", "26-38", "39-50"],
            Levels(Enumerable.Range(1, 50).Select(Text).Concat(Enumerable.Repeat("13", 50))));

    /// <summary>The value of Otherwise may be null, or a text, and the first point may have it.</summary>
    [Fact]
    public async Task Means_by_value_have_the_numbers_in_order_and_then_the_others()
    {
        using var sweep = new SweepOnDisk();
        object?[] values = [null, .. Enumerable.Range(0, 25).Select(i => (object)((i * 7) % 25))];
        sweep.Axes("S.M", new Objective("score", Maximize: true), ("a", values), ("b", [1, 2]));
        sweep.Edit(m => m with { Grid = new ManifestGrid("Random", 52, 0, 100) });
        for (var i = 0; i < 52; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("score", i));
        var effect = (await sweep.Read()).Effects.Single(e => e.Parameter == "a");

        Assert.Equal(["0-4", "5-9", "10-14", "15-19", "20-24", "null"], effect.Values.Select(v => v.UpTo is { } to ? $"{v.Value}-{to}" : v.Value.Text));
    }

    [Fact]
    public void What_is_no_number_stays_what_it_is() =>
        Assert.Equal(["null", "\"NaN\"", "1-5", "6-10", "11-15", "16-20"], Levels([.. Enumerable.Repeat("null", 9), "\"NaN\"", .. Enumerable.Range(1, 20).Select(Text)]));

    [Fact]
    public void In_any_other_sweep_each_value_stays_what_it_is()
    {
        var levels = ParameterLevels.Of(Enumerable.Range(1, 100).Select(n => (CanonicalJson?)new CanonicalJson(Text(n))), areDrawn: false);
        Assert.False(levels.HasIntervals);
        Assert.Equal(new ValueLevel(new CanonicalJson("7")), levels.Of(new CanonicalJson("7")));
    }

    [Fact]
    public async Task Numbers_of_which_each_point_has_its_own_have_means_and_a_share()
    {
        using var sweep = SampleSweeps.Drawn();
        var report = await sweep.Read();
        var effect = report.Effects.Single(e => e.Parameter == "rate");
        Assert.Equal(5, effect.Values.Count);
        Assert.All(effect.Values, v => Assert.Equal(5, v.Means[0].Count));
        Assert.All(effect.Values, v => Assert.NotNull(v.Means[0].AdjustedMean));
        Assert.Equal("rate", Assert.Single(report.Variance!.InIntervals!));
        Assert.True(report.Variance.ShareOf("rate") > 0.7);
        Assert.Empty(report.Variance.LeftOutParameters);
    }

    [Fact]
    public async Task Repeats_are_advice_where_points_are_drawn_since_each_configuration_has_all_of_them()
    {
        using var sweep = new SweepOnDisk();
        sweep.Rows("S.M", new Objective("score", Maximize: true), ["a"], [1], [2], [3]);
        sweep.Edit(m => m with { Grid = new ManifestGrid("Random", 3, 0, 9) });
        for (var i = 0; i < 3; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("score", i));
        var text = TextReport.Print(await sweep.Read());
        Assert.Contains("\nThere are no shares, since the parameters have too many values for 3 results. More points, repeats such as [Repeats(5)] int seed, or fewer values allow it.\n", text, StringComparison.Ordinal);
        Assert.Contains("each configuration ran once. A parameter such as [Repeats(5)] int seed would tell.\n", text, StringComparison.Ordinal);
    }

    /// <summary>The levels of some values, in the order in which the values come.</summary>
    private static IEnumerable<string> Levels(IEnumerable<string> values)
    {
        var all = values.Select(v => new CanonicalJson(v)).ToList();
        var levels = ParameterLevels.Of(all.Select(v => (CanonicalJson?)v), areDrawn: true);
        return all.Select(levels.Of).Distinct().Select(l => l.UpTo is { } highest ? $"{l.Value}-{highest}" : l.Value.Text);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
