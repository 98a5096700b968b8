using MultiRunner.Format;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>What a report says of the shares; how they are computed is tested with the statistics.</summary>
public class ParameterSharesTests
{
    private static readonly Objective Most = new("score", Maximize: true);

    [Fact]
    public async Task The_parameter_that_matters_comes_first_and_noise_is_told_from_lack_of_fit()
    {
        using var sweep = Sweep(i => (i / 8 * 10) + (i / 4 % 2) + (i % 2 * 0.1), ("large", [1, 2]), ("small", [1, 2]), ("none", [1, 2]), ("seed", [1, 2]));
        sweep.Repeat("seed");
        var report = await sweep.Read();
        var shares = report.Variance!;
        Assert.Equal(["large", "small"], shares.Shares.Take(2).Select(s => s.Parameters.Single()));
        Assert.Equal(400, shares.Shares[0].Part.SumOfSquares, 9);
        Assert.Equal(8, shares.Noise!.DegreesOfFreedom);
        Assert.Equal(0.04, shares.Noise.SumOfSquares, 9);
        Assert.Equal((1, 9), (shares.LackOfFit!.DegreesOfFreedom, shares.Residual!.DegreesOfFreedom));
        Assert.Equal(["large", "small", "none"], report.FactorsByImportance);
    }

    [Fact]
    public async Task Without_noise_to_compare_with_there_are_no_shares_and_the_report_says_why()
    {
        using var sweep = Sweep(i => i, ("a", [1, 2, 3]), ("b", [1]));
        Assert.Contains(
            "\nThere are no shares, since the parameters have too many values for 3 results. More points, repeats such as [Repeats(5)] int seed, or fewer values allow it.\n",
            TextReport.Print(await sweep.Read()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_results_have_no_shares()
    {
        using var sweep = Sweep(_ => 1, ("a", [1, 2, 3]), ("b", [1, 2]));
        var report = await sweep.Read();
        Assert.Equal("noVariance", report.Variance!.ObstacleName);
        Assert.Contains("\nThere are no shares, since all results are equal.\n", TextReport.Print(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_that_change_together_share_a_row()
    {
        using var sweep = new SweepOnDisk();
        object?[][] rows = [.. Enumerable.Range(0, 6).Select(i => new object?[] { i % 2, i % 2 * 10, i / 2 })];
        sweep.Rows("S.M", Most, ["a", "b", "c"], rows);
        for (var i = 0; i < rows.Length; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("score", (i % 2 * 5) + (i * 0.1)));
        var text = TextReport.Print(await sweep.Read());
        Assert.Matches(@"\na, b +99\.\d %\n", text);
        Assert.Contains("\nThose in one row change together, so that the points cannot tell them apart.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pairs_that_are_single_parameters_in_disguise_have_no_row_and_are_not_on_the_page()
    {
        using var sweep = new SweepOnDisk();
        object?[][] rows = [.. new[] { 0, 0, 1, 1 }.Zip([0, 1, 0, 1], (a, b) => new object?[] { a, b, a ^ b }).SelectMany(row =>
            new[] { 1, 2 }.Select(seed => row.Append(seed).ToArray()))];
        sweep.Rows("S.M", Most, ["a", "b", "c", "seed"], rows);
        sweep.Repeat("seed");
        for (var i = 0; i < rows.Length; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("score", new[] { 1, 2, 3, 7, 2, 1, 3, 5 }[i]));
        var report = await sweep.Read();
        Assert.NotEmpty(report.Variance!.Aliased);
        Assert.DoesNotContain(" x ", TextReport.Print(report), StringComparison.Ordinal);
        Assert.Empty(PageText.Of(report).Json.GetProperty("aliased").EnumerateArray());
    }

    [Fact]
    public async Task Where_values_meet_unequally_often_the_means_are_adjusted()
    {
        // 'b' alone matters, and a = 1 was tried with b = 1 only.
        using var sweep = Sweep(i => (i / 2 % 2 * 10) + (i % 2 * 0.5), ("a", [1, 2]), ("b", [1, 2]), ("seed", [1, 2]));
        sweep.Repeat("seed");
        sweep.Move(2, PointState.Failed);
        sweep.Move(3, PointState.Failed);
        var effect = (await sweep.Read()).Effects.Single(e => e.Parameter == "a");
        Assert.Equal([0.25, 5.25], effect.Values.Select(v => v.Means[0].Mean!.Value));
        Assert.All(effect.Values, v => Assert.Equal(5.25, v.Means[0].AdjustedMean!.Value, 9));
    }

    [Fact]
    public async Task In_a_balanced_grid_means_are_not_adjusted()
    {
        using var sweep = Sweep(i => i % 2 * 10, ("a", [1, 2]), ("b", [1, 2, 3]));
        Assert.All((await sweep.Read()).Effects.SelectMany(e => e.Values), v => Assert.Null(v.Means[0].AdjustedMean));
    }

    /// <summary>In a third of the combinations, a Latin square, the third parameter changes as the other two do together.</summary>
    [Theory]
    [InlineData(1, ", and in part in the shares, since not all combinations have equally many results")]
    [InlineData(0, "")]
    public async Task Where_not_all_combinations_were_run_a_share_may_be_that_of_a_pair_and_the_report_says_so(int third, string addition)
    {
        using var sweep = new SweepOnDisk();
        sweep.Rows("S.M", Most, ["a", "b", "c"], [.. Enumerable.Range(0, 9).Select(i => new object?[] { i / 3, i % 3, ((i / 3) + (i % 3)) % 3 * third })]);
        for (var i = 0; i < 9; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("score", i * i));
        Assert.Contains(
            $"\nWhat pairs of parameters do cannot be told from noise with so few points; it is in what is not explained{addition}.\n",
            TextReport.Print(await sweep.Read()),
            StringComparison.Ordinal);
    }

    private static SweepOnDisk Sweep(Func<int, double> score, params (string Name, object?[] Values)[] axes)
    {
        var sweep = new SweepOnDisk();
        var points = sweep.Axes("S.M", Most, axes).Count;
        for (var i = 0; i < points; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("score", score(i)));
        return sweep;
    }
}
