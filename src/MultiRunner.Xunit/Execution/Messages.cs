using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Results;

namespace MultiRunner.Execution;

/// <summary>The messages of a worker.</summary>
internal static class Messages
{
    public static string NotHandedToASession(string testCase) =>
        "A worker runs all selected points of a sweep method in one session, which the orderer of MultiRunner.Xunit hands to each test "
        + $"case, but '{testCase}' got no session. Use a test runner that asks the orderer of the test method for the order, and remove "
        + "any other orderer from the method.";

    public static string ProjectUnknown(string? assembly, string variable) =>
        $"Sweeps are stored in the directory of the test project, but the assembly {assembly} does not say which directory that is. "
        + $"Reference the package MultiRunner.Xunit in the test project itself and build it, or set {variable} to an absolute path.";

    public static string ProjectNotHere(string project, string? assembly, string variable) =>
        $"Sweeps are stored in the directory of the test project, but '{project}', where {assembly} was built, does not exist on "
        + $"this machine. Build on this machine, or set {variable} to an absolute path that all machines share.";

    public static string NotStarted(string method) =>
        $"not run: the sweep could not be started. The first failed test case of {method} says why.";

    public static string CannotBeUsed(string root, SweepDirectoryException e) => $"'{root}' cannot be used: {e.Message}";

    public static string NotDeterministic(string sweep, string key) =>
        $"{sweep}: the points of a sweep must be the same in every process, but {key} existed when the tests were discovered and "
        + "does not exist now. Make the data deterministic: use no Guid.NewGuid(), no clock and no Random without a seed.";

    public static string ReportFailed(string sweep, Exception e) =>
        $"All results of {sweep} are stored, but its report could not be made. To make it again, run 'multirunner report'. The error "
        + $"was: {e}";

    public static string NoBestPoint(string sweep, IEnumerable<string> warnings) =>
        $"{sweep}: every result is stored, but the sweep has no best point. {string.Join(' ', warnings)} When you "
        + "have corrected that, start again: no finished point is run again for it.";

    public static string FinishedElsewhere(PointResult? result)
    {
        if (result is null)
            return "finished elsewhere";
        var numbers = result.Metrics.Count > 0 ? $": {result.MetricsText}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"finished on {result.Host} in {result.Seconds:0.###} s{numbers}");
    }

    public static string FinishedBefore(int count, string root) =>
        $"{Display.Count(count, "point")} {(count == 1 ? "was" : "were")} finished before the tests were discovered. "
        + $"Their results are in '{root}'.";

    public static string ReopenedSince(string root, IReadOnlyList<int> points) =>
        $"{Display.Points(points, capital: true)} of '{root}' {(points.Count == 1 ? "was" : "were")} finished when the tests were "
        + $"discovered, and {(points.Count == 1 ? "is" : "are")} not finished any more. Start the tests again to run "
        + $"{(points.Count == 1 ? "it" : "them")}. In an editor, let it discover the tests before.";

    public static string FailedForGood(string root, int point, IReadOnlyList<AttemptRecord> attempts)
    {
        var last = attempts is [.., var attempt] ? attempt : null;
        var count = attempts.Count == 1 ? "1 attempt" : $"{attempts.Count} attempts, the last";
        return $"{last?.Error.Message}\nfailed for good after {count} on {last?.Worker ?? "?"}. "
            + $"To try it again: multirunner rerun --failed --points {point} '{root}'";
    }

    public static string PutBack(string error, string why) =>
        $"{error}\nThe point was put back, and other workers can run it. This worker stopped: {why}";

    public static string NotReached(string why) => $"not run: this worker stopped before it reached this point: {why}";

    public static string EarlierAttempt(AttemptRecord attempt) =>
        $"An earlier attempt at this point failed on {attempt.Worker}: {attempt.Error.Type}: {attempt.Error.Message}";

    public static string OtherBuilds(WorkerIdentity me, AssemblyStamp mine, IReadOnlyCollection<WorkerRecord> others)
    {
        var each = others.GroupBy(worker => worker.Assembly!).Select(build =>
            $"{string.Join(", ", build.Select(worker => $"{worker.Worker.Id} on {worker.Worker.Host}"))} "
            + $"{(build.Count() == 1 ? "runs" : "run")} {Describe(build.Key)}");
        return "Warning: workers of different builds run points of this sweep at the same time. "
            + $"This worker, {me.Id} on {me.Host}, runs {Describe(mine)}; {string.Join("; ", each)}. "
            + "The results of all of them are kept in one table. Stop the workers of the build that you do not want. If the code is the "
            + "same, build it once for all machines, or under the same path on each of them.";
    }

    public static string EndsEarly(string sweep, IReadOnlyCollection<string> running)
    {
        var names = string.Join(", ", running.Select(name => $"'{name}'"));
        var suspects = running.Count == 0
            ? ""
            : $" {names} {(running.Count == 1 ? "was" : "were")} running and perhaps called Environment.Exit, which counts as a crash.";
        return $"MultiRunner: this process ends before it has reported all points of the sweep {sweep}.{suspects} "
            + "To fail a point, throw an exception. To finish it, return from the method.";
    }

    /// <summary>"version 1.0.0.0 (module 6f9619ff)".</summary>
    private static string Describe(AssemblyStamp build) =>
        $"version {build.Version} (module {build.ModuleId[..Math.Min(8, build.ModuleId.Length)]})";
}
