using MultiRunner.Core.Tests.Reports;
using MultiRunner.Format;
using MultiRunner.Results;

namespace MultiRunner.Core.Tests.Schemas;

/// <summary>A sweep whose points have, among them, everything that a report can say of a point.</summary>
internal static class EverythingSweep
{
    private static readonly AssemblyStamp Build = new("Samples", "1.2.0.0", "3f2a9c01-be22-4445-a67d-4b67fa65e862");

    public static SweepOnDisk Create()
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("Samples.Training.Train", new Objective("accuracy", Maximize: true), ("n", [1, 2, 3, 4, 5, 6]));
        sweep.Finish(0, SampleSweeps.NodeA, WithEverything, ("accuracy", 0.9), ("loss", double.NaN));
        var artifacts = Directory.CreateDirectory(sweep.FullPath(SweepLayout.Artifacts(0)));
        for (var i = 0; i < 102; i++)
            File.WriteAllText(Path.Combine(artifacts.FullName, $"plot-{i}.png"), "");
        sweep.Error(0, SampleSweeps.NodeB, 1, "System.TimeoutException", "No answer.");
        sweep.Finish(1, SampleSweeps.NodeB, result => result with { Assembly = Build }, ("accuracy", 0.8), ("loss", double.PositiveInfinity));
        sweep.Move(2, PointState.Failed);
        sweep.Error(2, SampleSweeps.NodeA, 1, "System.InvalidOperationException", "The loss is NaN.");
        sweep.Crash(2, SampleSweeps.NodeB, SampleSweeps.NodeA);
        sweep.Move(3, PointState.Running, SampleSweeps.NodeA);
        sweep.Skip(4, SampleSweeps.NodeA, "Needs a GPU.");
        sweep.Worker(SampleSweeps.NodeA, 1, 1, 10, WorkerStates.Running);
        sweep.EditWorker(SampleSweeps.NodeA, record => record with { Assembly = Build });
        sweep.Worker(SampleSweeps.NodeB, 1, 1, 10, WorkerStates.Stopped, "it had an error");
        return sweep;
    }

    private static PointResult WithEverything(PointResult result) => result with
    {
        Assembly = Build,
        Details = new() { ["optimizer"] = "adam" },
        Curves = new()
        {
            ["accuracy"] = [new CurvePoint(1, 0.5), new CurvePoint(2, 0.9)],
            ["loss"] = [new CurvePoint(1, 2), new CurvePoint(2, double.NaN)],
        },
    };
}
