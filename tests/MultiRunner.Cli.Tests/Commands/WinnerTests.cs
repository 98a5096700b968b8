using MultiRunner.Format;

namespace MultiRunner.Cli.Tests.Commands;

/// <summary>Which configuration <c>multirunner report</c> calls the best one, where a look at single numbers would mislead.</summary>
public sealed class WinnerTests : IDisposable
{
    private const string Worker = "node-a-4711-3fa2";

    private static readonly Objective Most = new("accuracy", Maximize: true);

    private readonly SweepOnDisk sweep = new();

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task One_lucky_seed_does_not_win()
    {
        sweep.Axes("Samples.Methods.Run", Most, ("method", ["A", "B"]), ("seed", [1, 2, 3, 4, 5]));
        sweep.Repeat("seed");
        Finish(0, 0.95, 0.78, 0.86, 0.79, 0.845);
        Finish(5, 0.9, 0.902, 0.9005, 0.8995, 0.9015);

        var lines = await Report();

        Assert.Equal("Best: accuracy = 0.90070 ± 0.00129 (mean of 5, 95 % interval 0.89941 to 0.90199) at method = B: not distinguishable from 1 other.", lines[1]);
        Assert.Contains("1 B 0.90070 ± 0.00129 5", lines.Select(Words));
        Assert.Contains("2~ A 0.84500 ± 0.08444 5", lines.Select(Words));
    }

    [Fact]
    public async Task Many_points_that_are_equally_good_are_called_so()
    {
        sweep.Axes("Samples.Ties.Run", Most, ("n", [.. Enumerable.Range(0, 405).Cast<object?>()]));
        Finish(0, [.. Enumerable.Range(0, 405).Select(i => i % 2 == 1 && i < 403 ? 1.0 : 0.25)]);

        var lines = await Report();

        Assert.Equal("Best: accuracy = 1 at 201 tied points, the first: point 1: n = 1.", lines[1]);
        Assert.Contains("= is a tie. Rank 1 is shared by 201, and 10 of them are shown.", lines);
    }

    [Fact]
    public async Task A_configuration_without_all_its_repeats_is_said_to_lack_them()
    {
        sweep.Axes("Samples.Methods.Run", Most, ("method", ["A", "B"]), ("seed", [1, 2, 3]));
        sweep.Repeat("seed");
        Finish(0, 0.7, 0.71, 0.72);
        Finish(3, 0.9, 0.91);
        sweep.Move(5, PointState.Failed);

        var lines = await Report();

        Assert.StartsWith("Best: accuracy = 0.9050 ± 0.0635 (mean of 2 of 3 repeats, 95 % interval ", lines[1], StringComparison.Ordinal);
        Assert.Contains("1 B 0.9050 ± 0.0635 2 of 3", lines.Select(Words));
        Assert.Contains("2 A 0.7100 ± 0.0248 3", lines.Select(Words));
    }

    [Fact]
    public async Task A_parameter_that_was_added_is_a_column_like_the_others()
    {
        sweep.Axes("Samples.Grown.Run", Most, ("a", [1, 2]));
        Finish(0, 0.5, 0.6);
        sweep.Edit(m => m with
        {
            Parameters = [.. m.Parameters, new ManifestParameter("added", "System.Int32")],
            Current = [2, 3, 4, 5],
            Points = [.. m.Points, new("""{"a":1,"added":1}"""), new("""{"a":1,"added":2}"""), new("""{"a":2,"added":1}"""), new("""{"a":2,"added":2}""")],
        });
        Finish(2, 0.1, 0.2, 0.3, 0.4);

        var lines = await Report();

        Assert.StartsWith("Best: accuracy = 0.4 at point 5: a = 2, added = 2, in ", lines[1], StringComparison.Ordinal);
        Assert.Equal("2 points of older code are kept and not shown.", lines[3]);
        Assert.Contains("rank point a added accuracy", lines.Select(Words));
    }

    /// <summary>A line with single spaces.</summary>
    private static string Words(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private void Finish(int first, params double[] accuracies)
    {
        for (var i = 0; i < accuracies.Length; i++)
            sweep.Finish(first + i, Worker, 1, ("accuracy", accuracies[i]));
    }

    private async Task<string[]> Report()
    {
        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath("")]);
        Assert.Equal((0, ""), (report.Code, report.Error));
        return report.Out.Split('\n');
    }
}
