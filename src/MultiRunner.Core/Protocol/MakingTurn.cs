using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>
/// Of workers that want to make the same state files at the same moment one makes them, and the others wait. This saves work and
/// protects nothing: whatever is made is made so that any number of workers can make it at the same time.
/// </summary>
/// <remarks>
/// The turn is a directory, <see cref="SweepLayout.Making"/>, with the announcement of one worker in it. It is built under a name of the
/// worker's own and renamed into place, so that of several workers one succeeds, since no file system renames a directory onto one
/// that is not empty. The announcement has the form of a heartbeat file and beats while files are being made, so that the others
/// find out when the worker is dead. Then one of them moves the directory aside, and takes the turn.
/// </remarks>
/// <param name="directory">The sweep directory.</param>
/// <param name="me">This worker.</param>
/// <param name="options">How it takes part.</param>
/// <param name="time">The clock.</param>
internal sealed class MakingTurn(ISharedDirectory directory, WorkerIdentity me, SweepOptions options, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Liveness liveness = new(directory, me, options, time, SweepLayout.Maker);
    private readonly DateTimeOffset started = time.GetUtcNow();
    private string? holder;
    private bool isMine;
    private bool hasAnnounced;
    private long? refusedSince;
    private long beat;
    private long beaten;

    /// <summary>
    /// Waits until another worker has made the files, or until this one should. The second is also so when the file system refuses
    /// the announcement, for then this worker meets the same trouble when it makes the files, and says so.
    /// </summary>
    /// <param name="files">How many files there are to make. For a few of them nobody waits.</param>
    /// <param name="isMade">Whether they have been made; asked again and again, so it should be cheap.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Whether they have been made.</returns>
    public async ValueTask<bool> WaitOrTake(int files, Func<ValueTask<bool>> isMade, CancellationToken cancellation)
    {
        if (isMine || files < options.FewestAnnounced)
            return false;
        for (var pause = FirstPause; !await TryTake().ConfigureAwait(false); pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            await Alarm.Wait(time, pause, cancellation).ConfigureAwait(false);
            if (await isMade().ConfigureAwait(false))
                return true;
        }

        // This worker found nothing made; another one made it and gave its turn back; then this one took the turn.
        return await isMade().ConfigureAwait(false);
    }

    /// <summary>Call it after each file: it shows now and then that this worker goes on.</summary>
    public async ValueTask Beat()
    {
        if (!isMine || time.GetElapsedTime(beaten) < options.HeartbeatInterval)
            return;
        try
        {
            // Whoever was stopped for a while may have been taken for dead, and another worker has the turn.
            isMine = await directory.TryRead(SweepLayout.Maker(me.Id)).ConfigureAwait(false) is not null;
            if (isMine)
                await Show(SweepLayout.Making).ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            // If no beat gets through for a lease, another worker makes the files, too.
        }
    }

    /// <summary>Gives the turn back if this worker has it.</summary>
    public async ValueTask GiveBack()
    {
        if (!hasAnnounced)
            return;
        (isMine, hasAnnounced) = (false, false);
        try
        {
            // Not when another worker has taken this one for dead and has the turn by now.
            if ((await Holders().ConfigureAwait(false)).TrueForAll(who => who == me.Id))
                await Remove().ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            // The announcement stays; it does not beat, and others lose their patience with it.
        }
    }

    private async ValueTask<bool> TryTake()
    {
        try
        {
            // As long as its announcement can be read, nothing needs to be listed.
            var seen = holder is null ? (WorkerSighting?)null : await liveness.Observe(holder).ConfigureAwait(false);
            if (seen is { Verdict: Verdict.Alive, Record: not null })
                return false;
            if (seen is { Verdict: not Verdict.Alive })
            {
                await Remove().ConfigureAwait(false);

                // It may not be moved, such as that of another user in a sticky directory. Then this worker goes on without the turn.
                if ((await Holders().ConfigureAwait(false)).Contains(holder!))
                    return true;
            }
            else if (await Holders().ConfigureAwait(false) is [_, ..] holders)
                return IsFirst(holders);
            holder = null;
            return await TryAnnounce().ConfigureAwait(false) || IsInTheWay();
        }
        catch (SharedDirectoryException)
        {
            return true;
        }
    }

    /// <summary>Whether this worker has the turn although it was told that it has not: a reply was lost.</summary>
    private bool IsFirst(List<string> holders)
    {
        refusedSince = null;
        holder = holders.Min(StringComparer.Ordinal);
        return isMine = holder == me.Id;
    }

    /// <summary>
    /// Whether the turn has been nobody's for a lease and could not be taken: the directory is empty, or has files of somebody else. Then
    /// this worker goes on without the turn.
    /// </summary>
    private bool IsInTheWay()
    {
        refusedSince ??= time.GetTimestamp();
        return time.GetElapsedTime(refusedSince.Value) >= options.Lease;
    }

    private async ValueTask<bool> TryAnnounce()
    {
        var mine = SweepLayout.MakingAside(me.Id);
        await directory.CreateDirectory(mine).ConfigureAwait(false);
        await Show(mine).ConfigureAwait(false);
        hasAnnounced = true;
        isMine = await directory.TryRenameDirectory(mine, SweepLayout.Making).ConfigureAwait(false);
        if (!isMine)
            await directory.DeleteDirectory(mine).ConfigureAwait(false);
        return isMine;
    }

    /// <summary>Moved aside first: a directory that is deleted file by file could be taken by another worker meanwhile.</summary>
    private async ValueTask Remove()
    {
        var aside = SweepLayout.MakingAside(me.Id);
        await directory.TryRenameDirectory(SweepLayout.Making, aside).ConfigureAwait(false);
        await directory.DeleteDirectory(aside).ConfigureAwait(false);
    }

    private async ValueTask<List<string>> Holders() =>
        [.. (await directory.List(SweepLayout.Making).ConfigureAwait(false)).Select(SweepLayout.WorkerOf).OfType<string>()];

    private async ValueTask Show(string where)
    {
        beaten = time.GetTimestamp();
        var record = new WorkerRecord
        {
            Worker = me,
            Beat = ++beat,
            IntervalSeconds = options.HeartbeatInterval.TotalSeconds,
            State = WorkerStates.Running,
            Running = [],
            Finished = 0,
            Errors = 0,
            BusySeconds = 0,
            Started = started,
            Updated = time.GetUtcNow(),
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(record, SweepJson.Readable.WorkerRecord);
        await directory.Write($"{where}/{SweepLayout.NameOfMaker(me.Id)}", json).ConfigureAwait(false);
    }
}
