using MultiRunner;
using MultiRunner.Benchmarks.Peers;

namespace SweepPoints;

/// <summary>The points of the benchmark <c>peers</c> as a sweep.</summary>
public class Peers
{
    private static IEnumerable<int> A => PeerPoint.Axis(0);

    private static IEnumerable<int> B => PeerPoint.Axis(1);

    private static IEnumerable<int> C => PeerPoint.Axis(2);

    [SweepTheory]
    public int Add([ValuesFrom(nameof(A))] int a, [ValuesFrom(nameof(B))] int b, [ValuesFrom(nameof(C))] int c) => PeerPoint.Run(a, b, c);
}
