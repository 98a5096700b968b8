using MultiRunner.Format;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Model;

/// <summary>Which configurations are best.</summary>
internal static class Ranking
{
    /// <summary>
    /// The configurations with their ranks and marks, best first. NaN is worse than any number. Equal means are a tie: they share a
    /// rank, and stand in the order in which they came. Those without the objective's metric come last and have no rank.
    /// </summary>
    /// <param name="configurations">The configurations, in the order of their points.</param>
    /// <param name="objective">What they are judged by; null for no ranking.</param>
    /// <param name="repeats">The indices of the repeat parameters in the arguments of a point; none without repeats.</param>
    public static IReadOnlyList<Configuration> Of(
        IReadOnlyList<Configuration> configurations, Objective? objective, IReadOnlyList<int> repeats)
    {
        if (objective is null)
            return configurations;
        var byMean = Comparer<double>.Create((a, b) => objective.IsBetter(a, b) ? -1 : objective.IsBetter(b, a) ? 1 : 0);
        var ordered = configurations.Where(c => c.Objective is not null).OrderBy(c => c.Objective!.Mean, byMean).ToList();
        var ranked = new List<Configuration>(configurations.Count);
        for (var first = 0; first < ordered.Count;)
        {
            var next = first + 1;
            while (next < ordered.Count && byMean.Compare(ordered[next].Objective!.Mean, ordered[first].Objective!.Mean) == 0)
                next++;
            var (rank, tied) = (first + 1, next - first > 1 ? next - first : (int?)null);
            for (; first < next; first++)
                ranked.Add(ordered[first] with { Rank = rank, Tied = tied });
        }

        var marked = repeats.Count == 0 ? ranked : Marked(ranked, objective, repeats);
        return [.. marked, .. configurations.Where(c => c.Objective is null)];
    }

    /// <summary>The configurations, each marked by whether the first one can be told from it, where that can be known.</summary>
    private static List<Configuration> Marked(List<Configuration> ranked, Objective objective, IReadOnlyList<int> repeats)
    {
        if (ranked.Count < 2 || !double.IsFinite(ranked[0].Objective!.Mean))
            return ranked;
        var alike = BestComparison.NotDistinguishable(0, [.. ranked.Select(c => Sample(c, objective, repeats))]).ToHashSet();
        return
        [
            .. ranked.Select((c, i) =>
                i == 0 || !double.IsFinite(c.Objective!.Mean) ? c : c with { NotDistinguishable = alike.Contains(i) }),
        ];
    }

    /// <summary>The values of a configuration by the arguments of the repeats, which are the same in other configurations.</summary>
    private static Dictionary<string, double> Sample(Configuration configuration, Objective objective, IReadOnlyList<int> repeats)
    {
        var sample = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var point in configuration.Members)
        {
            if (point.Metric(objective.Metric) is { } value)
                sample[string.Join('\0', repeats.Select(i => point.Arguments[i]?.Text))] = value;
        }

        return sample;
    }
}
