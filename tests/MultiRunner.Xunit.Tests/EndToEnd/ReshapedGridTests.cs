using System.Globalization;
using System.Text.Json;

namespace MultiRunner.Tests.EndToEnd;

/// <summary>A grid that grows by half and gives points up, while workers of the build before run it.</summary>
public sealed class ReshapedGridTests
{
    private static readonly int Before =
        int.Parse(Environment.GetEnvironmentVariable("MULTIRUNNER_RESHAPED_POINTS") ?? "40", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Nothing_is_lost_and_each_point_of_either_build_runs_once()
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Reshaped.Run");
        var gate = Path.Combine(root.Reports, "gate");
        (string, string?)[] environment =
        [
            ("SUBJECTS_POINTS", Before.ToString(CultureInfo.InvariantCulture)),
            ("SUBJECTS_GATE", gate),
            ("MULTIRUNNER_SPECULATION", "Never"),
        ];
        await using var first = sweep.Join(environment);
        await using var second = sweep.Join(environment);
        await sweep.Until(s => s.RunningIn(first.Id).Count == 1 && s.RunningIn(second.Id).Count == 1, "a point of each worker");
        await using var edited = WorkerProcess.StartEdited(root, sweep.Filter, environment);
        await sweep.Until(s => s.RunningIn(edited.Id).Count == 1, "a point of the edited build");

        await File.WriteAllTextAsync(gate, "", TestContext.Current.CancellationToken);
        var exits = await Task.WhenAll(edited.Exit(), first.Exit(), second.Exit());

        Assert.All(exits, exit => Assert.True(exit.ExitCode == 0, exit.Console));
        int[] old = [.. Numbers(divisor: 3, Before)];
        int[] grown = [.. Numbers(divisor: 4, Before * 3 / 2)];
        int[] all = [.. old, .. grown.Except(old)];
        var end = sweep.AssertFinished(all.Length);
        Assert.Equal(all, Enumerable.Range(0, all.Length).Select(point => Number(end.Result(point))));
        Assert.Equal(all, Enumerable.Range(0, all.Length).Select(point => end.Result(point).GetProperty("metrics").GetProperty("result").GetInt32()));
        Assert.Equal(all.Length, sweep.Executions);
        Assert.Empty(end.Attempts);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"{sweep.Filter[(sweep.Filter.IndexOf('=', StringComparison.Ordinal) + 1)..]}: {grown.Length} of {grown.Length} points finished, 0 failed.\n"),
            end["report/report.txt"],
            StringComparison.Ordinal);
        Assert.Contains($"\n{all.Length - grown.Length} points of older code are kept and not shown.\n", end["report/report.txt"], StringComparison.Ordinal);
    }

    private static int Number(JsonElement result) => result.GetProperty("arguments").GetProperty("n").GetInt32();

    private static IEnumerable<int> Numbers(int divisor, int count) => Enumerable.Range(1, int.MaxValue).Where(n => n % divisor != 0).Take(count);
}
