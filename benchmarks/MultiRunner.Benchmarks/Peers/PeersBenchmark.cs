namespace MultiRunner.Benchmarks.Peers;

/// <summary>The same work by others, side by side.</summary>
internal static class PeersBenchmark
{
    // A peer that takes longer than this is measured in one round alone.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(10);

    // How often a worker is tried to be killed.
    private const int Tries = 3;

    public static async Task Run(Scratch scratch, IReadOnlyList<PeerCell> cells)
    {
        using (scratch)
        {
            await Console.Out.WriteLineAsync(PeersText.Introduction);
            var peers = await Available();
            var results = new List<PeerResult>();
            foreach (var work in cells.GroupBy(cell => cell.Work))
            {
                var own = new List<PeerResult>();
                foreach (var cell in work)
                    own.AddRange(await Measure(peers, cell, scratch));
                await Console.Out.WriteLineAsync(PeersTable.Of(work.Key, own));
                results.AddRange(own);
            }

            var faults = await Faults(peers, scratch);
            await Console.Out.WriteLineAsync(PeersTable.OfFaults(faults, results));
            await Console.Out.WriteLineAsync(PeersText.LeftOut(cells, peers));
            await Console.Out.WriteLineAsync(PeersText.WhatPeersDoNot);
            await Console.Out.WriteLineAsync(PeersAim.Line(results, faults));
        }
    }

    /// <summary>The peers that can run here; for each other one, a line says why not.</summary>
    private static async ValueTask<List<IPeer>> Available()
    {
        IPeer[] all =
        [
            new ProtocolPeer(), new SweepPeer(), new OriginalPeer(), new ParallelPeer(), new OptunaPeer(), new TheoryPeer(),
            new NUnitPeer(),
        ];
        var peers = new List<(IPeer Peer, string Version)>();
        foreach (var peer in all)
        {
            if (await peer.Prepare() is { } version)
                peers.Add((peer, version));
            else
                await Console.Out.WriteLineAsync($"{peer.Missing} It is left out.\n");
        }

        await Console.Out.WriteLineAsync($"Versions: {string.Join(", ", peers.Select(peer => peer.Version))}.\n");
        return [.. peers.Select(peer => peer.Peer)];
    }

    /// <summary>All peers in turn, in each second round the other way about.</summary>
    private static async ValueTask<IReadOnlyList<PeerResult>> Measure(IReadOnlyList<IPeer> peers, PeerCell cell, Scratch scratch)
    {
        List<(IPeer Peer, List<PeerTurn> Turns)> all =
            [.. peers.Where(peer => cell.Work.Points <= peer.MostPoints).Select(peer => (peer, new List<PeerTurn>()))];
        for (var round = 0; round < cell.Rounds; round++)
        {
            foreach (var (peer, turns) in round % 2 == 0 ? all : all.AsEnumerable().Reverse())
            {
                if (turns.Any(turn => turn.Whole.Seconds > Slow.TotalSeconds))
                    continue;
                var turn = await PeerTurn.Of(peer, cell, scratch, eighthFirst: round % 2 == 0);
                turns.Add(turn);
                await Console.Error.WriteLineAsync(
                    $"{cell.Work}, {cell.Workers} workers, {peer.Name}: {turn.Eighth.Seconds:F2} s, {turn.Whole.Seconds:F2} s");
            }
        }

        return [.. all.Select(one => new PeerResult(one.Peer, cell, one.Turns))];
    }

    /// <summary>Kills a worker of each peer that has several.</summary>
    private static async ValueTask<IReadOnlyList<(IPeer Peer, PeerRun Whole)>> Faults(IReadOnlyList<IPeer> peers, Scratch scratch)
    {
        var (work, workers) = (PeersMatrix.Fault.Work, PeersMatrix.Fault.Workers);
        var runs = new List<(IPeer Peer, PeerRun Whole)>();
        foreach (var peer in peers.Where(peer => peer.HasProcesses))
        {
            // Where the first process came so late that the others left it too few points, another try may do.
            PeerRun run;
            var tries = 0;
            do
                run = await PeerRun.Of(peer, work, workers, scratch, killFirst: true, PeersMatrix.FaultLimit);
            while (!run.Killed && ++tries < Tries);
            runs.Add((peer, run));
            await Console.Error.WriteLineAsync($"{work}, {workers} workers, one is killed, {peer.Name}: {run.Seconds:F2} s");
        }

        return runs;
    }
}
