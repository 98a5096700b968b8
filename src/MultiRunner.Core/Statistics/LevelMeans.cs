namespace MultiRunner.Statistics;

/// <summary>The means at the levels of factors.</summary>
internal static class LevelMeans
{
    /// <param name="factors">The number of factors.</param>
    /// <param name="observations">The measurements, whether they are used elsewhere or not.</param>
    /// <param name="adjusted">The adjusted means that are known, by factor and level.</param>
    public static IReadOnlyList<IReadOnlyList<LevelMean>> Of(
        int factors, IReadOnlyList<Observation> observations, Dictionary<(int Factor, int Level), double> adjusted) =>
        [.. Enumerable.Range(0, factors).Select(factor => OfFactor(factor, observations, adjusted))];

    /// <summary>
    /// Means by least squares (Searle, Speed and Milliken, Population marginal means in the linear model, The American Statistician 34,
    /// 1980): the mean of what the model expects over all combinations of levels, each counted once.
    /// </summary>
    public static Dictionary<(int Factor, int Level), double> Adjusted(
        Design design, CrossProducts products, TermFit fit, IReadOnlyList<ModelTerm> terms)
    {
        // The last level of each factor has no column, and so its effect is 0. Effects are counted from that of the average level.
        var means = new Dictionary<(int Factor, int Level), double>();
        var atAverage = terms.Select(term => Effects(fit, term).Sum() / (term.Width + 1)).ToList();
        var intercept = -Enumerable.Range(0, fit.Coefficients.Count).Sum(j => products.Means[j] * fit.Coefficients[j]);
        for (var t = 0; t < terms.Count; t++)
        {
            var others = intercept + atAverage.Sum() - atAverage[t];
            var level = 0;
            foreach (var effect in Effects(fit, terms[t]).Append(0))
                means[(design.Factors[t], design.LevelOf(t, level++))] = design.Mean + design.Unscaled(others + effect);
        }

        return means;
    }

    private static IEnumerable<double> Effects(TermFit fit, ModelTerm term) =>
        Enumerable.Range(term.Offset, term.Width).Select(j => fit.Coefficients[j]);

    private static List<LevelMean> OfFactor(
        int factor, IReadOnlyList<Observation> observations, Dictionary<(int Factor, int Level), double> adjusted) =>
        [.. observations.Where(o => o.Levels[factor] >= 0).GroupBy(o => o.Levels[factor], o => o.Value).OrderBy(g => g.Key)
            .Select(values => Mean((factor, values.Key), Moments.Of(values.ToArray()), adjusted))];

    private static LevelMean Mean(
        (int Factor, int Level) key, Moments moments, Dictionary<(int Factor, int Level), double> adjusted)
    {
        double? known = double.IsFinite(moments.Mean) && adjusted.TryGetValue(key, out var mean) ? mean : null;
        return new LevelMean(key.Level, moments.Count, moments.Mean, moments.StandardDeviation / Math.Sqrt(moments.Count), known);
    }
}
