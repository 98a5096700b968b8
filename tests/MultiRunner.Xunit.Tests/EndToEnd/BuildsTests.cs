using System.Text.Json;

namespace MultiRunner.Tests.EndToEnd;

/// <summary>Two builds of one sweep at the same time.</summary>
public sealed class BuildsTests
{
    private const string Sweep = "Subjects.Builds.Run";
    private const string Filter = $"FullyQualifiedName={Sweep}";

    [Fact]
    public async Task A_worker_that_joins_beside_another_build_names_both_and_the_results_of_both_are_kept()
    {
        using var root = new TempRoot();
        (string, string?)[] environment = [("SUBJECTS_GATE", Path.Combine(root.Reports, "gate")), ("MULTIRUNNER_SPECULATION", "Never")];
        var sweep = new SharedSweep(root, "Builds.Run");
        await using var first = sweep.Join(environment);
        await sweep.Until(s => s.RunningIn(first.Id).Count == 1, "a point of the first build");
        await using var second = WorkerProcess.StartEdited(root, sweep.Filter, environment);
        await sweep.Until(s => s.RunningIn(second.Id).Count == 1, "a point of the second build");

        await File.WriteAllTextAsync(Path.Combine(root.Reports, "gate"), "", TestContext.Current.CancellationToken);
        var ofSecond = await second.Exit();
        var ofFirst = await first.Exit();

        Assert.Equal((0, 0), (ofFirst.ExitCode, ofSecond.ExitCode));
        var end = sweep.AssertFinished(4);
        var (one, other) = (Heartbeat(end, first.Id), Heartbeat(end, second.Id));
        var warning = Assert.Single(ofSecond.Report!.Tests.SelectMany(test => test.Warnings));
        Assert.Contains(
            "\n\nWarning: workers of different builds run points of this sweep at the same time. "
                + $"This worker, {Describe(other)}, runs {Build(other)}; {Describe(one)} runs {Build(one)}. The results of all of them",
            warning,
            StringComparison.Ordinal);
        Assert.NotEqual(Build(one), Build(other));
        Assert.Equal(
            new[] { Build(one), Build(other) }.Order(StringComparer.Ordinal),
            Enumerable.Range(0, 4).Select(point => Build(end.Result(point))).Distinct().Order(StringComparer.Ordinal));
    }

    private static JsonElement Heartbeat(SweepSnapshot sweep, int process) => Assert.Single(
        sweep.Names("workers/").Select(name => JsonDocument.Parse(sweep[$"workers/{name}"]).RootElement),
        heartbeat => heartbeat.GetProperty("worker").GetProperty("processId").GetInt32() == process);

    private static string Describe(JsonElement heartbeat) =>
        $"{heartbeat.GetProperty("worker").GetProperty("id").GetString()} on {heartbeat.GetProperty("worker").GetProperty("host").GetString()}";

    /// <summary>The build that a heartbeat or a result names, in the words of the warning.</summary>
    private static string Build(JsonElement record) =>
        $"version {record.GetProperty("assembly").GetProperty("version").GetString()} (module {record.GetProperty("assembly").GetProperty("moduleId").GetString()![..8]})";
}
