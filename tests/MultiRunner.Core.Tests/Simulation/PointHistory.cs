using System.Globalization;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>What really happened to one point, as nobody in the run can know it.</summary>
internal sealed class PointHistory(int point)
{
    public int Point => point;

    public string ResultName { get; } = string.Create(CultureInfo.InvariantCulture, $"{point}.json");

    /// <summary>All complete results that were ever made.</summary>
    public List<MadeResult> Made { get; } = [];

    /// <summary>The result that was committed: it is the point's from the moment on that the state file says so.</summary>
    public MadeResult? Committed { get; set; }

    public MadeResult? Published { get; set; }

    /// <summary>Everything that was ever committed, and so must never be lost.</summary>
    public List<MadeResult> EverCommitted { get; } = [];

    public List<MadeResult> EverPublished { get; } = [];

    /// <summary>A rerun has moved the published result to the archive, and the point has no new one.</summary>
    public bool IsArchived { get; set; }

    /// <summary>When somebody took it last, if its result was there: a rerun, and not one that misses the result.</summary>
    public long? TakenForRerunAt { get; set; }

    /// <summary>The state file's name after the number, at the last look; null before there was one.</summary>
    public string? State { get; set; }

    /// <summary>The same, as this look finds it.</summary>
    public string? NextState { get; set; }

    /// <summary>State files that this look finds.</summary>
    public int StateFiles { get; set; }

    /// <summary>Executions that began.</summary>
    public int Executions { get; set; }

    /// <summary>When it was finished or failed last.</summary>
    public long ResolvedAt { get; set; }

    public bool EverFailed { get; set; }

    /// <summary>Somebody deleted or damaged files of it: its result need not be the first one any more.</summary>
    public bool IsDamaged { get; set; }

    /// <summary>It is, or was before it had a whole result again.</summary>
    public bool WasDamaged { get; set; }

    /// <summary>The made result that a file holds, or null when it holds anything else.</summary>
    public MadeResult? Find(byte[]? content)
    {
        foreach (var made in Made)
        {
            if (content == made.Content || (content is not null && content.AsSpan().SequenceEqual(made.Content)))
                return made;
        }

        return null;
    }
}
