using MultiRunner.Benchmarks.Peers;
using NUnit.Framework;

namespace NUnitPoints;

/// <summary>The points of the benchmark <c>peers</c> as test cases of NUnit; the number of its test workers is a run setting.</summary>
[Parallelizable(ParallelScope.All)]
public class Peers
{
    private static IEnumerable<int> A => PeerPoint.Axis(0);

    private static IEnumerable<int> B => PeerPoint.Axis(1);

    private static IEnumerable<int> C => PeerPoint.Axis(2);

    [Test]
    [Combinatorial]
    public void Add([ValueSource(nameof(A))] int a, [ValueSource(nameof(B))] int b, [ValueSource(nameof(C))] int c) =>
        Assert.That(PeerPoint.Run(a, b, c), Is.EqualTo(a + b + c));
}
