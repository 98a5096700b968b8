using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Methods that change what they get.</summary>
public class Changing
{
    public static TheoryData<int, List<int>> Rows
    {
        get
        {
            List<int> both = [64];
            return new() { { 1, both }, { 2, both } };
        }
    }

    private static IEnumerable<List<int>> Nets => [[64]];

    private static IEnumerable<(int[] Sizes, Dictionary<string, int>[] Options)> Tuples => [([1, 2], [new() { ["a"] = 1 }])];

    [SweepTheory]
    public int Axis([ValuesFrom(nameof(Nets))] List<int> layers, [Values(1, 2, 3)] int n)
    {
        layers.Add(n);
        return layers.Count;
    }

    [SweepTheory]
    [MemberData(nameof(Rows))]
    public int Row(int n, List<int> layers)
    {
        layers.Add(n);
        return layers.Count;
    }

    [SweepTheory]
    public int Retried([ValuesFrom(nameof(Tuples))] (int[] Sizes, Dictionary<string, int>[] Options) given, CancellationToken token)
    {
        given.Sizes[0] += 10;
        given.Options[0]["b"] = 2;
        given.Options[0]["a"] += given.Sizes[0];
        return Sweep.Current.Attempt == 1 ? throw new InvalidOperationException("Once more.") : given.Options[0]["a"];
    }
}
