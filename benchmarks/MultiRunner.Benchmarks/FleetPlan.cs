using MultiRunner.Membership;

namespace MultiRunner.Benchmarks;

/// <summary>A sweep and the workers that share it, to be simulated.</summary>
/// <param name="Points">How many points the sweep has.</param>
/// <param name="Workers">How many workers there are.</param>
/// <param name="Order">In which order they take the points.</param>
internal sealed record FleetPlan(int Points, int Workers, Order Order)
{
    public const double ShortestPoint = 5;
    public const double LongestPoint = 15;
    public const double SpeedOfSlowOnes = 0.1;

    private const double LongestLifeInHours = 1_000;

    /// <summary>How many workers at most are played by the real code.</summary>
    public int MostPlayed { get; init; } = 10;

    /// <summary>When idle workers run what others are running.</summary>
    public Speculation Speculation { get; init; } = Speculation.Auto;

    /// <summary>Of so many workers one is slow; null: none.</summary>
    public int? OneSlowOf { get; init; }

    /// <summary>How many of the workers that live die in an hour, as a share.</summary>
    public double DeathsAnHour { get; init; }

    /// <summary>How long operations take.</summary>
    public OperationPrices Prices { get; init; } = OperationPrices.None;

    /// <summary>Whether there is one more point, which somebody runs that never ends.</summary>
    public bool HasEndlessPoint { get; init; }

    /// <summary>How many workers are played by the real code.</summary>
    public int Played => Math.Min(Workers, MostPlayed);

    /// <summary>How the workers take part.</summary>
    public SweepOptions Options => new() { Speculation = Speculation, Order = Order };

    /// <summary>How long a point takes on a worker.</summary>
    public TimeSpan LengthOn(int worker, Random random)
    {
        var seconds = ShortestPoint + (random.NextDouble() * (LongestPoint - ShortestPoint));
        return TimeSpan.FromSeconds(OneSlowOf is { } of && worker % of == of - 1 ? seconds / SpeedOfSlowOnes : seconds);
    }

    /// <summary>When a worker dies, of those that are as likely to die in each hour as in any other.</summary>
    public TimeSpan Life(Random random) =>
        TimeSpan.FromHours(DeathsAnHour == 0
            ? LongestLifeInHours
            : Math.Min(LongestLifeInHours, -Math.Log(1 - random.NextDouble()) / DeathsAnHour));
}
