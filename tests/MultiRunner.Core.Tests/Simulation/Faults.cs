namespace MultiRunner.Core.Tests.Simulation;

/// <summary>How much goes wrong in one run: chances for each operation, and how often at most.</summary>
internal sealed class Faults
{
    /// <summary>No cache of a real file system was seen to be older: half a lease.</summary>
    public static readonly TimeSpan OldestCache = TimeSpan.FromSeconds(30);

    private const int NoPoint = -1;

    public double Crash { get; private set; }

    public double Pause { get; private set; }

    public double LostReply { get; private set; }

    public double Transient { get; private set; }

    public double Outage { get; private set; }

    public double FullDisk { get; private set; }

    public double Damage { get; private set; }

    /// <summary>How many times somebody reruns points.</summary>
    public int Reruns { get; private set; }

    /// <summary>The most that a name's existence and a listing are out of date, in seconds.</summary>
    public double NamesStale { get; private set; }

    public double ListingsStale { get; private set; }

    /// <summary>How long a listing may miss a new name although the old one is gone from it, in seconds.</summary>
    public double NamesHidden { get; private set; }

    /// <summary>A listing reads a directory in two parts, with others at work in between.</summary>
    public bool TornListings { get; private set; }

    /// <summary>A rename looks up the old name a moment before the new one, with others at work in between.</summary>
    public bool TornRenames { get; private set; }

    /// <summary>A listing also tells which file has which name, and the client keeps that.</summary>
    public bool ListingsFillCache { get; private set; }

    /// <summary>A replaced file is still read as it was, for as long as its name is cached.</summary>
    public bool ContentStale { get; private set; }

    /// <summary>A client's own changes do not refresh the listing that it has cached.</summary>
    public bool OwnChangesStale { get; private set; }

    /// <summary>Seconds that an operation takes, mostly.</summary>
    public double Latency { get; private init; }

    /// <summary>The longest that an experiment takes, in seconds.</summary>
    public double Experiment { get; private init; }

    public double Failure { get; private set; }

    public double Skip { get; private set; }

    public double Cancellation { get; private set; }

    /// <summary>A process is told to end by SIGTERM.</summary>
    public double Termination { get; private set; }

    /// <summary>The point that kills its process, or -1.</summary>
    public int Poisoned { get; private set; } = NoPoint;

    /// <summary>How many more crashes, pauses and the like there may be: a run must come to an end.</summary>
    public int Budget { get; set; } = 8;

    /// <summary>Whether each point must be executed exactly once: nobody dies, is taken for dead, fails or gives up.</summary>
    public bool EachPointOnce => Crash + Pause + Outage + FullDisk + Damage + Failure + Skip + Cancellation + Termination + Reruns == 0 && Poisoned == NoPoint;

    /// <summary>Whether each execution that does not lead to a result must be recorded as an attempt, so that there are few.</summary>
    public bool EachAttemptCounts => Pause + Outage + FullDisk + Damage + LostReply + Transient + Skip + Cancellation + Termination == 0 && IsCoherent;

    /// <summary>Whether every client sees the directory as it is.</summary>
    public bool IsCoherent => NamesStale + ListingsStale + NamesHidden == 0 && !TornListings;

    public static Faults Draw(Profile profile, int points, Dice dice)
    {
        var faults = new Faults
        {
            Latency = dice.Pick(0, 0.001, 0.02, 0.1),
            Experiment = dice.Pick(0, 1, 10, 10, 60, 200),
        };
        bool Has(Profile kind) => profile == kind || (profile is Profile.Everything or Profile.Reruns && kind != Profile.Damage && dice.Chance(profile == Profile.Reruns ? 0.25 : 0.4));
        if (Has(Profile.FailingExperiments))
        {
            faults.Failure = dice.Pick(0, 0.1, 0.5, 1);
            faults.Skip = dice.Pick(0, 0, 0.1, 0.5, 1);
            faults.Cancellation = dice.Pick(0, 0, 0.3);
        }

        if (Has(Profile.Crashes))
        {
            faults.Crash = dice.Pick(0.003, 0.01, 0.03);
            faults.Termination = dice.Pick(0, 0.2, 0.5);
            faults.Poisoned = dice.Chance(0.2) ? dice.Below(points) : NoPoint;
        }

        if (Has(Profile.Pauses))
            faults.Pause = dice.Pick(0.003, 0.01, 0.05);
        if (Has(Profile.LostReplies))
        {
            faults.LostReply = dice.Pick(0, 0.03, 0.1, 0.3);
            faults.Transient = dice.Pick(0, 0.01, 0.05, 0.2);
        }

        if (Has(Profile.FullDisk))
        {
            faults.FullDisk = dice.Pick(0, 0.02, 0.1);
            faults.Outage = dice.Pick(0, 0.003, 0.02);
        }

        if (Has(Profile.StaleCaches))
            faults.DrawCaches(dice);
        if (Has(Profile.Reruns))
            faults.Reruns = dice.Between(1, 4);
        if (profile == Profile.Damage)
        {
            faults.Damage = 1;
            if (dice.Chance(0.5))
                faults.DrawCaches(dice);
        }

        return faults;
    }

    /// <summary>Whether a fault of this chance happens now, and is not one too many.</summary>
    public bool Strikes(double chance, Dice dice)
    {
        if (Budget == 0 || !dice.Chance(chance))
            return false;
        Budget--;
        return true;
    }

    private void DrawCaches(Dice dice)
    {
        var oldest = OldestCache.TotalSeconds;
        NamesStale = dice.Pick(0, 1, oldest);
        ListingsStale = dice.Pick(0, 0, 1, oldest);
        NamesHidden = dice.Pick(0, 0, 1, oldest);
        TornListings = dice.Chance(0.5);
        TornRenames = dice.Chance(0.5);
        ListingsFillCache = dice.Chance(0.5);
        ContentStale = dice.Chance(0.3);
        OwnChangesStale = dice.Chance(0.2);
    }
}
