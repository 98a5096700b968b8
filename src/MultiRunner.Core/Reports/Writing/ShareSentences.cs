using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Writing;

/// <summary>What the shares of the variance do not say, and why.</summary>
internal static class ShareSentences
{
    /// <summary>A sentence or two for each reason why a share is missing or needs care.</summary>
    public static IEnumerable<string> Of(ParameterShares variance)
    {
        var results = Display.Count(variance.Results, "result");
        switch (variance.Obstacle)
        {
            case VarianceObstacle.TooFewPoints:
                yield return $"There are no shares, since the parameters have too many values for {results}. "
                    + "More points, repeats such as [Repeats(5)] int seed, or fewer values allow it.";
                break;
            case VarianceObstacle.NoVariance:
                yield return "There are no shares, since all results are equal.";
                break;
            case VarianceObstacle.AliasedLevels:
                yield return "No parameter has a share of its own, since their values change together.";
                break;
        }

        if (variance.Aliased.Any(a => a.Part.DegreesOfFreedom > 0) && variance.Obstacle == VarianceObstacle.None)
            yield return "Those in one row change together, so that the points cannot tell them apart.";
        var alsoInShares = variance.IsFactorial
            ? ""
            : ", and in part in the shares, since not all combinations have equally many results";
        if (variance.PairObstacle == PairObstacle.TooFewPoints)
            yield return "What pairs of parameters do cannot be told from noise with so few points; it is in what is not explained"
                + $"{alsoInShares}.";
        if (variance.PairObstacle == PairObstacle.TooManyColumns)
            yield return $"Pairs of parameters have too many values to be computed; what they do is in what is not explained"
                    + $"{alsoInShares}.";
        if (variance.InIntervals is { } cut)
            yield return $"Numbers are taken together in intervals: {string.Join(", ", cut.Select(Display.Line))}. "
                    + "What differs within an interval is in what is not explained.";
        if (variance.LeftOutParameters.Count > 0)
        {
            var names = string.Join(", ", variance.LeftOutParameters.Select(Display.Line));
            var they = variance.LeftOutParameters.Count == 1 ? "it has" : "they have";
            yield return $"Left out, since {they} nearly as many values as there are results, or more than can be computed: {names}.";
        }

        if (variance.LeftOut > 0)
            yield return $"{Display.Count(variance.LeftOut, "result")} that {(variance.LeftOut == 1 ? "is" : "are")} not finite or "
                + $"{(variance.LeftOut == 1 ? "lacks" : "lack")} a parameter {(variance.LeftOut == 1 ? "is" : "are")} left out.";
        if (variance is { IsBalanced: false, Obstacle: VarianceObstacle.None, Shares.Count: > 1 })
            yield return "Not all values meet equally often, so the shares need not add up to 100 %.";
        if (variance is { IsBalanced: true, IsFactorial: false, PairObstacle: PairObstacle.None, Shares.Count: > 1 })
            yield return "Not all combinations have equally many results, so the shares need not add up to 100 %.";
    }
}
