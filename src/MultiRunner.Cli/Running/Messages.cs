using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Cli.Running;

/// <summary>What <c>multirunner run</c> says at its end when something went wrong or is missing.</summary>
internal static class Messages
{
    public static string NoSweepJoined =>
        "A worker joins the sweeps of its tests, but no worker joined one. Either no test with [SweepTheory] was selected, or its sweep "
        + "directory could not be used, or a fixture of its class could not be made. Check the target, the filter and the output of the "
        + "workers.";

    public static string BuildFailed(IReadOnlyList<string> arguments, int exitCode) =>
        $"No worker was started: 'dotnet {string.Join(' ', arguments)}' ended with exit code {Display.Number(exitCode)}. "
        + "Fix the errors above. With --no-build the workers run what was built before.";

    public static string PointsFailed(SweepStatus sweep) =>
        $"{Display.Count(sweep.Counts.Failed, "point")} of {sweep.Sweep} failed. "
        + $"When you have fixed the cause, 'multirunner rerun --failed {sweep.Directory}' puts them back to be run.";

    public static string PointsOpen(SweepStatus sweep) =>
        $"{Display.Count(sweep.Counts.Open, "point")} of {sweep.Sweep} {(sweep.Counts.Open == 1 ? "is" : "are")} not finished. "
        + "To continue, run the same command again.";

    public static string PointsSkipped(SweepStatus sweep) =>
        "Points that skip themselves have no result, and are tried again by workers on other machines: "
        + $"{Display.Count(sweep.Counts.Skipped, "point")} of {sweep.Sweep} did so. The report says why.";

    public static string SweepNotRead(string sweep, string why) =>
        $"How many points of '{sweep}' are finished is not known, because it could not be read: {why} 'multirunner status' tells it.";

    public static string WorkerEnded(LocalWorker worker)
    {
        var how = worker.NotRestarted is { } problem ? $"ended, and could not be started again: {problem}"
            : worker.Ended == RunEnd.Crashed ? $"crashed, and was started again {Display.Number(worker.Restarts)} times"
            : worker.IsStopped ? "was told to end"
            : worker.Run.StoppedAtOnce is { } why ? $"stopped before it had finished a point, so it was not started again: {why}"
            : $"failed: dotnet test ended with exit code {Display.Number(worker.Run.ExitCode)}{ErrorIn(worker.Run.Log)}";
        return $"Worker {Display.Number(worker.Number)} {how.TrimEnd('.')}. Its output: {worker.Run.Log}";
    }

    public static string NoGpuVisible(string wanted, string gpus) =>
        $"--gpus {wanted}: this process may use none of {gpus}. Change the variable, or leave --gpus out.";

    public static string NoSuchGpu(string entry, string gpus) =>
        $"--gpus takes 'all' or numbers of GPUs, separated by commas, but '{entry}' is none of {gpus}. Correct the list.";

    private static string ErrorIn(string log) => WorkerLog.FirstError(log) is { } error ? $" and the error {error}" : "";
}
