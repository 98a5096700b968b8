namespace MultiRunner.Benchmarks.Peers;

/// <summary>A program that does the work.</summary>
internal interface IPeer
{
    /// <summary>Its name in the tables.</summary>
    string Name { get; }

    /// <summary>Whether its workers are processes of their own, of which the others go on when one is killed.</summary>
    bool HasProcesses { get; }

    /// <summary>The most points that it ends with in two minutes on two cores; more are left out.</summary>
    int MostPoints { get; }

    /// <summary>What is said when it is not to be had on this machine.</summary>
    string Missing { get; }

    /// <summary>Makes it ready. Returns its name and version; null when it is not to be had on this machine.</summary>
    ValueTask<string?> Prepare();

    /// <summary>The commands that are started at once.</summary>
    /// <param name="work">The work.</param>
    /// <param name="workers">How many workers share it.</param>
    /// <param name="directory">An empty directory for all that the commands write.</param>
    IReadOnlyList<ChildCommand> Commands(PeerWork work, int workers, string directory);

    /// <summary>Counts what the commands left behind.</summary>
    ValueTask<PeerTally> Count(PeerWork work, string directory);
}
