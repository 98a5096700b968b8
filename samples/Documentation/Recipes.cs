using System.Diagnostics;
using MultiRunner;

namespace Documentation;

/// <summary>The examples of docs/recipes.md.</summary>
public class Recipes
{
    #region compare-versions
    [SweepTheory(Maximize = "accuracy")]
    public Scores Compare([Values("before", "after")] string algorithm, [Values(16, 64)] int batchSize, [Repeats(5)] int seed)
        => algorithm == "before" ? Net.Train(batchSize, new Random(seed)) : Net.Train(batchSize, layers: 2, learningRate: 0.01);
    #endregion

    #region timing
    [SweepTheory(Minimize = "result", Speculation = Speculation.Never)]
    public double Time([Values(1_000, 10_000)] int size, [Values("sort", "order by")] string way, [Repeats(5)] int round)
    {
        var random = new Random(round);
        int[] numbers = [.. Enumerable.Range(0, size).Select(_ => random.Next())];
        Sort(way, [.. numbers]);   // warms up: the first call is compiled while it runs
        var clock = Stopwatch.StartNew();
        Sort(way, numbers);
        return clock.Elapsed.TotalMilliseconds;
    }

    private static int[] Sort(string way, int[] numbers)
    {
        if (way == "order by")
            return [.. numbers.Order()];
        Array.Sort(numbers);
        return numbers;
    }
    #endregion
}
