using System.Globalization;

namespace MultiRunner.Benchmarks.Peers;

/// <summary>What is measured.</summary>
internal static class PeersMatrix
{
    private const int Sleeping = 200;
    private const int Sleep = 50;

    private static readonly int[] AllWorkers = [1, 2, 4, 8];

    /// <summary>What is meant to take no more than five minutes on two idle cores.</summary>
    public static IReadOnlyList<PeerCell> Default { get; } =
    [
        .. AllWorkers.Select(workers => new PeerCell(PeerWork.Of(512, 0), workers, Rounds: 2)),
        new PeerCell(PeerWork.Of(4_096, 0), Workers: 2, Rounds: 1),
        new PeerCell(PeerWork.Of(Sleeping, Sleep), Workers: 4, Rounds: 1),
    ];

    /// <summary>Points that sleep, shared by four workers, one of which is killed.</summary>
    public static PeerCell Fault { get; } = new(PeerWork.Of(Sleeping, Sleep), Workers: 4, Rounds: 1);

    /// <summary>How long such a run may take.</summary>
    public static TimeSpan FaultLimit { get; } = TimeSpan.FromSeconds(40);

    /// <summary>Each number of points, and points that sleep, with each number of workers.</summary>
    /// <param name="points">Numbers of trivial points, with commas between them.</param>
    /// <param name="workers">Numbers of workers, with commas between them; 1, 2, 4 and 8 by default.</param>
    /// <param name="rounds">How often each is measured.</param>
    public static IReadOnlyList<PeerCell> Of(string points, string? workers, int rounds)
    {
        var crews = workers is null ? AllWorkers : Numbers(workers);
        IEnumerable<PeerWork> works = [.. Numbers(points).Select(Trivial), PeerWork.Of(Sleeping, Sleep)];
        return [.. works.SelectMany(work => crews.Select(crew => new PeerCell(work, crew, rounds)))];
    }

    private static PeerWork Trivial(int points) => points >= 64
        ? PeerWork.Of(points, 0)
        : throw new ArgumentException($"{points} points are too few, since an eighth of them is measured, too. Name 64 or more.");

    private static int[] Numbers(string list) => [.. list.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
}
