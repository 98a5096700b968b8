using System.Text;
using MultiRunner.Format;
using MultiRunner.Reports.Exporting;

namespace MultiRunner.Core.Tests.Reports.Exporting;

/// <summary>Documents of sweeps.</summary>
internal static class Exported
{
    /// <summary>Exports sweeps and returns the text.</summary>
    public static async Task<string> As(string format, params SweepOnDisk[] sweeps)
    {
        var exported = new List<ExportedSweep>();
        foreach (var sweep in sweeps)
            exported.Add(new ExportedSweep(await sweep.Read()));
        using var stream = new MemoryStream();
        ExportFormat.Find(format)!.Write(exported, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A sweep with texts that XML cannot hold, or that would end a document.</summary>
    public static SweepOnDisk Hostile()
    {
        var sweep = new SweepOnDisk();
        sweep.Rows("Samples.Training.Train", null, ["text"], ["]]></StdOut>\u0000\u001b[31m\uffff"], ["\r\n\t\u2028🐧"]);
        sweep.Finish(0, SampleSweeps.NodeA, result => result with { Details = new() { ["a\u0001b"] = "]]>\u0000\ud83d" } }, ("a<b&\"c\"", 1));
        sweep.Error(1, SampleSweeps.NodeA, 1, "System.Exception", "\u0000<b>]]>\ud83d & \"x\" 🐧\r\nsecond");
        sweep.Move(1, PointState.Failed);
        return sweep;
    }
}
