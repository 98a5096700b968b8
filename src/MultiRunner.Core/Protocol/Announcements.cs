using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>Announces that this worker runs points whose claims others hold, so that there is at most one duplicate of each.</summary>
internal sealed class Announcements(ISharedDirectory directory, string me)
{
    /// <summary>
    /// Announces a duplicate, and then looks whether another worker has announced one of the same point. When two workers announce
    /// one at the same moment, the worker with the later name withdraws its own. When their caches hide the announcements from each
    /// other, both workers run the point. That costs time, but still only one result is committed.
    /// </summary>
    /// <returns>False when another worker was faster, or when the owner does not run the point any more.</returns>
    public async ValueTask<bool> TryMake(int point, string owner)
    {
        await directory.Write(SweepLayout.DuplicateMarker(point, me), ReadOnlyMemory<byte>.Empty).ConfigureAwait(false);
        var names = await directory.List(SweepLayout.Ini).ConfigureAwait(false);
        var hasRival = names.Select(SweepLayout.DuplicateOf)
            .Any(other => other is var (where, who) && where == point && string.CompareOrdinal(who, me) < 0);
        if (!hasRival && names.Contains(new StateFile(point, PointState.Running, owner).Name))
            return true;
        await Withdraw(point).ConfigureAwait(false);
        return false;
    }

    /// <summary>Deletes the announcement when the duplicate is over.</summary>
    public async ValueTask Withdraw(int point) => await directory.TryDelete(SweepLayout.DuplicateMarker(point, me)).ConfigureAwait(false);
}
