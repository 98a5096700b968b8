using MultiRunner.Format;
using MultiRunner.Membership;

namespace MultiRunner.Scheduling;

/// <summary>What one scan of the sweep directory showed.</summary>
internal sealed record ScanReport
{
    /// <summary>The state of each point.</summary>
    public required IReadOnlyDictionary<int, StateFile> States { get; init; }

    /// <summary>The workers that have announced a duplicate of a point.</summary>
    public required ILookup<int, string> Duplicates { get; init; }

    /// <summary>The other workers that were looked at, by id.</summary>
    public required IReadOnlyDictionary<string, WorkerSighting> Workers { get; init; }

    /// <summary>How many workers seem to be alive, with this one.</summary>
    public required int Living { get; init; }

    /// <summary>The timestamp from before the listing.</summary>
    public required long Looked { get; init; }

    /// <summary>The number of the last change by a slot before the listing.</summary>
    public required long Changes { get; init; }

    /// <summary>Whether the worker took no more points when the scan began.</summary>
    public required bool WasStopped { get; init; }

    /// <summary>What a listing of the points shows when no worker is looked at.</summary>
    public static ScanReport OfLook(IReadOnlyDictionary<int, StateFile> states, long looked, long changes) => new()
    {
        States = states,
        Duplicates = Array.Empty<(int, string)>().ToLookup(d => d.Item1, d => d.Item2),
        Workers = new Dictionary<string, WorkerSighting>(),
        Living = 1,
        Looked = looked,
        Changes = changes,
        WasStopped = false,
    };

    /// <summary>Whether a worker is known to hold nothing any more, or to be dead.</summary>
    public bool IsGone(string worker) => Workers.TryGetValue(worker, out var sighting) && sighting.Verdict != Verdict.Alive;
}
