using MultiRunner.Format;
using MultiRunner.Grids;

namespace MultiRunner.Core.Tests.Protocol;

/// <summary>A sweep of 18 points.</summary>
internal static class TestSweep
{
    public static Grid Grid { get; } = Grid.FromAxes(
        "Samples.Training.Train",
        [
            new Axis(new Parameter("batchSize", typeof(int)), [16, 64, 256]),
            new Axis(new Parameter("hiddenLayers", typeof(int)), [1, 2]),
            new Axis(new Parameter("learningRate", typeof(double)), [0.001, 0.01, 0.1]),
        ]);

    /// <summary>A worker of whose process nothing is known.</summary>
    public static WorkerIdentity Worker(string id) => new(id, id, Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null);

    public static Manifest ManifestBy(string maker) => new()
    {
        Sweep = "Samples.Training.Train",
        Maker = maker,
        Created = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)),
        Assembly = new AssemblyStamp("Samples", "1.2.3.4", "6f9619ff-8b86-d011-b42d-00c04fc964ff"),
        Objective = new Objective("accuracy", Maximize: true),
        Parameters = [.. Grid.Parameters.Select(p => new ManifestParameter(p.Name, p.Type.FullName!))],
        Axes = [.. Grid.Axes!.Select(a => new ManifestAxis(a.Parameter.Name, [.. a.Values.Select(v => new CanonicalJson(ArgumentJson.TryFormat(v)!))]))],
        Current = [.. Grid.Points.Select(p => p.Index)],
        Points = [.. Grid.Points.Select(p => new CanonicalJson(p.Key))],
    };
}
