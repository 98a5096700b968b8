namespace MultiRunner.Benchmarks.Peers;

/// <summary>What a peer took for its work, and what became of it.</summary>
/// <param name="Seconds">By the clock, with its start.</param>
/// <param name="ProcessorSeconds">Of the processor, over all its processes.</param>
/// <param name="Megabytes">The most memory that one of the processes held that the benchmark started.</param>
/// <param name="Executions">How often a point was begun.</param>
/// <param name="Surplus">How many of these there were beside one for each result.</param>
/// <param name="Lost">How many points have no result.</param>
/// <param name="Crashed">
/// How many processes ended with an exit code other than 0 and were not killed on purpose; 0 for a run that took too long.
/// </param>
/// <param name="Killed">Whether the first process was killed on purpose.</param>
/// <param name="Ended">Whether it ended in time.</param>
internal sealed record PeerRun(
    double Seconds, double ProcessorSeconds, double Megabytes, int Executions, int Surplus, int Lost, int Crashed, bool Killed, bool Ended)
{
    private const int KilledBySignal = 128 + 9;

    // So many points has a process begun when it is killed.
    private const int PointsBeforeKill = 10;

    /// <summary>How long a run may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Runs a peer in a directory of its own.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="work">Its work.</param>
    /// <param name="workers">How many workers share it.</param>
    /// <param name="scratch">Where the directory is made.</param>
    /// <param name="killFirst">Whether its first process is killed when it has run a few points.</param>
    /// <param name="limit">How long it may take; <see cref="Limit"/> by default.</param>
    public static async ValueTask<PeerRun> Of(
        IPeer peer, PeerWork work, int workers, Scratch scratch, bool killFirst = false, TimeSpan? limit = null)
    {
        var directory = scratch.New();
        var commands = peer.Commands(work, workers, directory);
        Scratch.Settle();
        var watch = new ChildWatch
        {
            Limit = limit ?? Limit,
            Memory = true,
            KillFirst = killFirst ? process => PeerLogs.Lines(directory, process.Id) >= PointsBeforeKill : null,
        };
        var run = await ChildProcesses.Run(commands, watch);
        var killed = killFirst && run.ExitCodes[0] == KilledBySignal;
        var tally = await Count(peer, work, directory, run);
        Directory.Delete(directory, recursive: true);
        return new PeerRun(
            run.Seconds,
            run.ProcessorSeconds,
            run.PeakMegabytes,
            tally.Executions,
            tally.Executions - (work.Points - tally.Lost),
            tally.Lost,
            run.Ended ? run.ExitCodes.Count(code => code != 0) - (killed ? 1 : 0) : 0,
            killed,
            run.Ended);
    }

    /// <summary>Counts, and makes sure that the peer worked at all.</summary>
    private static async ValueTask<PeerTally> Count(IPeer peer, PeerWork work, string directory, ChildRun run)
    {
        var said = $"{string.Join('\n', run.Outputs)}\n{string.Join('\n', run.Errors)}";
        try
        {
            var tally = await peer.Count(work, directory);
            return tally.Lost < work.Points || !run.Ended
                ? tally
                : throw new InvalidOperationException($"{peer.Name} has no result of {work}. It said:\n{said}");
        }
        catch (IOException e)
        {
            throw new InvalidOperationException($"{peer.Name} left nothing behind that can be counted ({e.Message}). It said:\n{said}", e);
        }
    }
}
