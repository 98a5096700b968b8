using System.Globalization;
using System.Text.Json;

namespace MultiRunner.Tests.EndToEnd;

/// <summary>
/// A grid that grows by half while workers of the build before run it. With the environment variable MULTIRUNNER_RESHAPED_POINTS=1000 it
/// grows from 1,000 points to 1,500, and from 40 to 60 without.
/// </summary>
public sealed class ReshapedGridTests
{
    private static readonly bool IsLarge = Environment.GetEnvironmentVariable("MULTIRUNNER_RESHAPED_POINTS") == "1000";
    private static readonly int Before = IsLarge ? 1000 : 40;
    private static readonly int After = Before * 3 / 2;

    [Fact]
    public async Task With_another_constraint_nothing_is_lost_and_each_point_of_either_build_runs_once()
    {
        using var root = new TempRoot();

        var (old, grown, end) = await Grow(root, "Filtered");

        Assert.Equal(Numbers(n => n % 2 == 0), old);
        Assert.Equal(Numbers(n => n % 4 != 0), grown);
        Assert.Equal(
            Text($$"""{"sampling":"Grid","combinations":{{2 * Before}},"rules":["Where = Fits"]}"""),
            JsonSerializer.Serialize(end.Manifest.GetProperty("grid")));
        var report = end["report/report.txt"];
        Assert.Contains(
            Text($"\n{After:N0} of {2 * Before:N0} combinations: Where = Fits forbids the others.\n"), report, StringComparison.Ordinal);
        Assert.Contains(Text($"\n{Before / 2} points of older code are kept and not shown.\n"), report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_more_samples_all_points_stay_and_each_of_either_build_runs_once()
    {
        using var root = new TempRoot();

        var (old, grown, end) = await Grow(root, "Drawn");

        Assert.Equal(old, grown.Take(Before));
        Assert.Equal(
            Text($$"""{"sampling":"Random","samples":{{After}},"seed":7,"combinations":1000000000}"""),
            JsonSerializer.Serialize(end.Manifest.GetProperty("grid")));
        var report = end["report/report.txt"];
        Assert.Contains(Text($"\n{After:N0} points drawn at random from 10^9 combinations (seed 7).\n"), report, StringComparison.Ordinal);
        Assert.DoesNotContain("older code", report, StringComparison.Ordinal);
    }

    /// <summary>Edits a sweep while two workers run it, and checks that every point which either build lists has run, once.</summary>
    /// <returns>The points of the build before and those of the edited build, in order, and the directory in the end.</returns>
    private static async Task<(List<string> Old, List<string> Grown, SweepSnapshot End)> Grow(TempRoot root, string method)
    {
        var sweep = new SharedSweep(root, $"{(IsLarge ? "ReshapedLarge" : "Reshaped")}.{method}");
        var gate = Path.Combine(root.Reports, "gate");
        (string, string?)[] environment = [("SUBJECTS_GATE", gate), ("MULTIRUNNER_SPECULATION", "Never")];
        await using var first = sweep.Join(environment);
        await using var second = sweep.Join(environment);
        await sweep.Until(s => s.RunningIn(first.Id).Count == 1 && s.RunningIn(second.Id).Count == 1, "a point of each worker");
        var old = Current(SweepSnapshot.Take(sweep.Directory));
        await using var edited = WorkerProcess.StartEdited(root, sweep.Filter, environment);
        await sweep.Until(s => s.RunningIn(edited.Id).Count == 1, "a point of the edited build");

        await File.WriteAllTextAsync(gate, "", TestContext.Current.CancellationToken);
        var exits = await Task.WhenAll(edited.Exit(), first.Exit(), second.Exit());

        Assert.All(exits, exit => Assert.True(exit.ExitCode == 0, exit.Console));
        Assert.Equal(After, exits[0].Report!.Tests.Count);
        var grown = Current(SweepSnapshot.Take(sweep.Directory));
        Assert.Equal((Before, After), (old.Count, grown.Count));
        AssertEachRanOnce(root, sweep, [.. old.Union(grown)]);
        var end = SweepSnapshot.Take(sweep.Directory);
        Assert.Contains(
            Text($"{Path.GetFileName(sweep.Directory)}: {After} of {After} points finished, 0 failed.\n"),
            end["report/report.txt"],
            StringComparison.Ordinal);
        return (old, grown, end);
    }

    private static void AssertEachRanOnce(TempRoot root, SharedSweep sweep, List<string> points)
    {
        var end = sweep.AssertFinished(points.Count);
        Assert.Equal(points, end.Points);
        Assert.Equal(points, end.Points.Select((_, point) => JsonSerializer.Serialize(end.Result(point).GetProperty("arguments"))));
        Assert.Equal(
            points.Select(ResultOf),
            end.Points.Select((_, point) => end.Result(point).GetProperty("metrics").GetProperty("result").GetInt32()));
        var executed = Directory.GetFiles(root.Executions).Select(path => Number(Path.GetFileName(path).Split('.')[1]));
        Assert.Equal(Enumerable.Range(0, points.Count), executed.Order());
        Assert.Empty(end.Attempts);
    }

    /// <summary>The points that the newest manifest has as those of its code, in the order in which they have been listed.</summary>
    private static List<string> Current(SweepSnapshot sweep)
    {
        var ranges = sweep.Manifest.GetProperty("current").GetString()!.Split(',').Select(range => range.Split('-'));
        var indices = ranges.SelectMany(range => Enumerable.Range(Number(range[0]), Number(range[^1]) - Number(range[0]) + 1));
        return [.. indices.Select(point => sweep.Points[point])];
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>What the subject computes: its only number, or the place of the point in the space of 1000 x 1000 x 1000.</summary>
    private static int ResultOf(string point) =>
        JsonDocument.Parse(point).RootElement.EnumerateObject().Aggregate(0, (result, n) => (result * 1000) + n.Value.GetInt32());

    /// <summary>The points of the axis that fit; those that the sweep had before come first.</summary>
    private static IEnumerable<string> Numbers(Func<int, bool> fits) =>
        Enumerable.Range(1, 2 * Before).Where(fits).OrderByDescending(n => n % 2 == 0).Select(n => $$"""{"n":{{n}}}""");
}
