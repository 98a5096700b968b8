namespace MultiRunner.Benchmarks;

/// <summary>
/// The protocol and the bare loop over two equal sweeps, by turns of twenty points: A B, B A, A B, ... A disk that others
/// use, too, is several times slower at one moment than at another, and much the same within two turns.
/// </summary>
internal sealed class Race : IDisposable
{
    public const int Turn = 20;

    private readonly string protocolRoot;
    private readonly string bareRoot;
    private readonly ProtocolLoop protocol;
    private readonly BareLoop bare;
    private readonly List<Lap> laps = [];
    private bool protocolFirst;

    private Race(int points, bool protocolFirst, string protocolRoot, string bareRoot, ProtocolLoop protocol, BareLoop bare)
    {
        Points = points;
        this.protocolFirst = protocolFirst;
        this.protocolRoot = protocolRoot;
        this.bareRoot = bareRoot;
        this.protocol = protocol;
        this.bare = bare;
    }

    public int Points { get; }

    public IReadOnlyList<Lap> Laps => laps;

    public bool IsDone => laps.Count * Turn >= Points;

    public double ProtocolSeconds => laps.Sum(l => l.Protocol.Seconds);

    public double BareSeconds => laps.Sum(l => l.Bare.Seconds);

    public static async ValueTask<Race> Prepare(Scratch scratch, int points, int number)
    {
        var (protocolRoot, bareRoot) = (scratch.New(), scratch.New());
        var race = new Race(
            points,
            protocolFirst: number % 2 == 0,
            protocolRoot,
            bareRoot,
            await ProtocolLoop.Prepare(protocolRoot, points, seed: number),
            await BareLoop.Prepare(bareRoot, points, seed: number));
        GC.Collect();
        Scratch.Settle();
        return race;
    }

    public void Run(int points)
    {
        for (var taken = 0; taken < points; taken += Turn)
        {
            if (protocolFirst)
            {
                var first = Cost.Of(protocol, Turn);
                laps.Add(new Lap(first, Cost.Of(bare, Turn)));
            }
            else
            {
                var first = Cost.Of(bare, Turn);
                laps.Add(new Lap(Cost.Of(protocol, Turn), first));
            }

            protocolFirst = !protocolFirst;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        protocol.Dispose();
        bare.Dispose();
        foreach (var root in new[] { protocolRoot, bareRoot })
        {
            Scratch.Check(root, Points);
            Directory.Delete(root, recursive: true);
        }
    }
}
