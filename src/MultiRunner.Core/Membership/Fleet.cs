using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Membership;

/// <summary>
/// The other workers of a sweep, as far as this one has looked at them. A scan reads the heartbeats of those that matter to it
/// and of a few others, so that its cost does not grow with the number of workers.
/// </summary>
internal sealed class Fleet(ISharedDirectory directory, WorkerIdentity me, Liveness liveness)
{
    private const int MostReads = 64;
    private const int MostReadsAtFirst = 256;

    private readonly Dictionary<string, WorkerSighting> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> readAt = new(StringComparer.Ordinal);
    private long looks;

    /// <summary>Looks at the workers that matter and at a few others, those first that were not looked at for longest.</summary>
    /// <param name="wanted">The workers that matter: they hold a claim or have announced a duplicate.</param>
    /// <param name="isFirst">Whether this is the first look, which reads more.</param>
    /// <returns>What is known of all workers, and how many of them seem to be alive, with this one.</returns>
    public async ValueTask<(IReadOnlyDictionary<string, WorkerSighting> Known, int Living)> Look(
        IReadOnlyCollection<string> wanted,
        bool isFirst)
    {
        looks++;
        var all = (await directory.List(SweepLayout.Workers).ConfigureAwait(false))
            .Select(SweepLayout.WorkerOf).OfType<string>().Where(worker => worker != me.Id).ToHashSet(StringComparer.Ordinal);
        var reads = 0;
        foreach (var worker in wanted.OrderBy(ReadAt).Concat(all.Except(wanted).OrderBy(ReadAt)))
        {
            // What has left does not come back under the same name.
            if (IsExited(worker))
                continue;
            if (++reads > (isFirst ? MostReadsAtFirst : MostReads))
                break;
            known[worker] = await liveness.Observe(worker).ConfigureAwait(false);
            readAt[worker] = looks;
        }

        return (WithoutOldVerdicts(wanted), 1 + LivingAmong(all));
    }

    /// <summary>
    /// How many workers seem to live. Of those that were never looked at, as many are taken for alive as of the others: the files of
    /// thousands of workers of last year must not make this worker wait for its share.
    /// </summary>
    private int LivingAmong(HashSet<string> all)
    {
        var seen = all.Count(known.ContainsKey);
        var living = all.Count(IsLiving);
        return seen == 0 ? all.Count : living + (int)((long)(all.Count - seen) * living / seen);
    }

    /// <summary>
    /// A worker that seemed dead in an earlier look, and was not looked at in this one, may have woken and claimed another point since. It
    /// is taken for alive until it is looked at again. One that has exited does not come back.
    /// </summary>
    private Dictionary<string, WorkerSighting> WithoutOldVerdicts(IReadOnlyCollection<string> wanted)
    {
        var old = wanted
            .Where(worker => ReadAt(worker) != looks && known.TryGetValue(worker, out var sighting) && sighting.Verdict == Verdict.Dead)
            .ToList();
        if (old.Count == 0)
            return known;
        var seen = new Dictionary<string, WorkerSighting>(known, StringComparer.Ordinal);
        foreach (var worker in old)
            seen[worker] = known[worker] with { Verdict = Verdict.Alive };
        return seen;
    }

    private long ReadAt(string worker) => readAt.GetValueOrDefault(worker);

    private bool IsExited(string worker) => known.TryGetValue(worker, out var sighting) && sighting.Verdict == Verdict.Exited;

    private bool IsLiving(string worker) => known.TryGetValue(worker, out var sighting) && sighting.Verdict == Verdict.Alive;
}
