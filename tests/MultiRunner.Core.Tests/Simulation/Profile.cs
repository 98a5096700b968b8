namespace MultiRunner.Core.Tests.Simulation;

/// <summary>What may go wrong in a run. How often it does is drawn for each seed, and is never in many.</summary>
public enum Profile
{
    /// <summary>Nothing but slow operations and slow workers.</summary>
    Calm,

    /// <summary>Experiments fail, skip themselves, or are cancelled; the file system is a good one.</summary>
    FailingExperiments,

    /// <summary>Processes are killed and machines lose power, at any operation; some points kill their process.</summary>
    Crashes,

    /// <summary>Processes are stopped, or their machines sleep, for longer than a lease, and then go on.</summary>
    Pauses,

    /// <summary>Replies to renames are lost, and operations fail for a passing reason, done or not.</summary>
    LostReplies,

    /// <summary>The disk is full now and then, or the server cannot be reached for longer than anybody is patient.</summary>
    FullDisk,

    /// <summary>Clients answer from caches up to 30 s old, listings miss names, and a stale rename wins without effect.</summary>
    StaleCaches,

    /// <summary>Somebody deletes or damages files of the sweep.</summary>
    Damage,

    /// <summary>Points are run again while workers run; each of the others but damage happens, too, with smaller chances.</summary>
    Reruns,

    /// <summary>Each of the others but damage, with even chances.</summary>
    Everything,
}
