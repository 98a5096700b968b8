using System.Globalization;

namespace MultiRunner.Tests.Running;

/// <summary>One execution of a subject that is lent GPUs.</summary>
/// <param name="Gpus">The GPUs that it had.</param>
/// <param name="Begin">When it began, in ticks of the stopwatch.</param>
/// <param name="End">When it ended; never, when its process was killed.</param>
internal sealed record GpuUse(IReadOnlyList<int> Gpus, long Begin, long End)
{
    /// <summary>All executions, in the order in which they began.</summary>
    public static IReadOnlyList<GpuUse> In(TempRoot root) => [.. Directory.GetFiles(root.Executions, "gpus.*").Select(File.ReadAllText).Where(text => text.Length > 0).Select(Read).OrderBy(use => use.Begin)];

    /// <summary>Fails when two that ran at the same time had the same GPU.</summary>
    public static void AssertNoneShared(IReadOnlyList<GpuUse> uses)
    {
        foreach (var gpu in uses.SelectMany(use => use.Gpus).Distinct())
        {
            GpuUse[] inOrder = [.. uses.Where(use => use.Gpus.Contains(gpu))];
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Begin, $"GPU {gpu} was lent twice: {pair.First} and {pair.Second}"));
        }
    }

    /// <summary>How many ran at once at most.</summary>
    public static int MostAtOnce(IReadOnlyList<GpuUse> uses) => uses.Max(use => uses.Count(other => other.Begin <= use.Begin && use.Begin < other.End));

    private static GpuUse Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var first = lines[0].Split(';');
        return new GpuUse(
            [.. first[0].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(index => int.Parse(index, CultureInfo.InvariantCulture))],
            long.Parse(first[1], CultureInfo.InvariantCulture),
            lines.Length > 1 ? long.Parse(lines[1].Split(';')[1], CultureInfo.InvariantCulture) : long.MaxValue);
    }
}
