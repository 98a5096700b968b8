using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>Announces that this worker runs points whose claims others hold, so that there is at most one duplicate of each.</summary>
internal sealed class Announcements(ISharedDirectory directory, string me)
{
    /// <summary>
    /// Announces a duplicate and looks again then. Of two workers that announce one at the same moment the one with the later
    /// name steps back; two that do not see each other's announcement cost time, never truth.
    /// </summary>
    /// <returns>False: another worker is faster, or the owner does not run the point any more.</returns>
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

    /// <summary>The duplicate is over.</summary>
    public async ValueTask Withdraw(int point) => await directory.TryDelete(SweepLayout.DuplicateMarker(point, me)).ConfigureAwait(false);
}
