namespace MultiRunner.Statistics;

/// <summary>
/// Many tests at once: the probability that any true hypothesis is rejected stays below the level, whatever the tests have to do
/// with each other (Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 1979).
/// </summary>
internal static class HolmProcedure
{
    /// <summary>Which hypotheses are rejected, in the order of their p-values in <paramref name="p"/>.</summary>
    public static bool[] Rejected(double[] p, double level)
    {
        var order = new int[p.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort((double[])p.Clone(), order);

        var rejected = new bool[p.Length];
        for (var rank = 0; rank < order.Length && p[order[rank]] <= level / (order.Length - rank); rank++)
            rejected[order[rank]] = true;
        return rejected;
    }
}
