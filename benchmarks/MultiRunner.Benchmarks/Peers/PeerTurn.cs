namespace MultiRunner.Benchmarks.Peers;

/// <summary>
/// A peer's run of an eighth of the work and its run of the whole, one right after the other. The difference is what the points take,
/// without the start, and without what each run has at its end: whoever finds nothing left looks now and then whether the others are done.
/// </summary>
/// <param name="Eighth">The run of an eighth.</param>
/// <param name="Whole">The run of the whole.</param>
/// <param name="Work">The work.</param>
internal sealed record PeerTurn(PeerRun Eighth, PeerRun Whole, PeerWork Work)
{
    /// <summary>What a point takes by the clock, in ms.</summary>
    public double Milliseconds => Point(run => run.Seconds);

    /// <summary>The same of the processor.</summary>
    public double ProcessorMilliseconds => Point(run => run.ProcessorSeconds);

    /// <summary>What is left for start and end when the points of the eighth are taken off, in seconds.</summary>
    public double StartSeconds => Math.Max(0, Eighth.Seconds - (Math.Max(0, Milliseconds) * Work.Eighth.Points / 1000));

    /// <summary>Measures a turn.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="cell">Its work.</param>
    /// <param name="scratch">Where it works.</param>
    /// <param name="eighthFirst">Whether the eighth comes first.</param>
    public static async ValueTask<PeerTurn> Of(IPeer peer, PeerCell cell, Scratch scratch, bool eighthFirst)
    {
        var eighth = eighthFirst ? await Run(cell.Work.Eighth) : null;
        var whole = await Run(cell.Work);
        return new PeerTurn(eighth ?? await Run(cell.Work.Eighth), whole, cell.Work);

        ValueTask<PeerRun> Run(PeerWork work) => PeerRun.Of(peer, work, cell.Workers, scratch);
    }

    private double Point(Func<PeerRun, double> of) => (of(Whole) - of(Eighth)) / (Work.Points - Work.Eighth.Points) * 1000;
}
