using MultiRunner.Core.Tests.Reports;
using MultiRunner.Format;

namespace MultiRunner.Page.Tests.Sweeps;

/// <summary>Files that attempts left.</summary>
internal static class Artifacts
{
    public static void Write(SweepOnDisk sweep, int point, params string[] files)
    {
        foreach (var file in files.Select(f => sweep.FullPath($"{SweepLayout.Artifacts(point)}/{f}")))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "x");
        }
    }
}
