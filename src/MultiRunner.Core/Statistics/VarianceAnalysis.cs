namespace MultiRunner.Statistics;

/// <summary>Computes <see cref="VarianceShares"/>.</summary>
internal sealed class VarianceAnalysis
{
    private readonly Design design;
    private readonly int factors;
    private readonly IReadOnlyList<Observation> observations;
    private readonly List<VarianceShare> shares = [];
    private readonly List<AliasedTerms> aliased = [];

    /// <param name="factors">The number of factors.</param>
    /// <param name="observations">The measurements.</param>
    public VarianceAnalysis(int factors, IReadOnlyList<Observation> observations)
    {
        this.factors = factors;
        this.observations = observations;
        design = new Design(factors, observations);
    }

    public VarianceShares Result()
    {
        if (!design.HasLevels)
            return WithoutShares(VarianceObstacle.TooFewLevels);
        if (!design.HasVariance)
            return WithoutShares(VarianceObstacle.NoVariance);
        return design.Factors.Length == 0 ? WithoutShares(VarianceObstacle.TooFewPoints) : Fitted();
    }

    private VarianceShares WithoutShares(VarianceObstacle obstacle) => new(
        obstacle, PairObstacle.NoPairs, design.Count, design.LeftOut, design.IsBalanced(), design.IsFactorial(), design.LeftOutFactors,
        Total(), [], [], null, null, null, LevelMeans.Of(factors, observations, []));

    private VarianceShares Fitted()
    {
        var pairs = Pairs();
        var terms = ModelTerm.Of(design.LevelCounts, pairs == PairObstacle.None);
        var products = CrossProducts.Of(design, terms);
        ModelTerm[] single = [.. terms.Take(design.Factors.Length)];
        var fit = FitOfFactors(products, single);
        if (design.Count - 1 - fit.Rank < 1)
            return WithoutShares(VarianceObstacle.TooFewPoints);

        Add(fit, single);
        var obstacle = shares.Count > 0 ? VarianceObstacle.None : VarianceObstacle.AliasedLevels;
        var adjusted = aliased.Count == 0 ? LevelMeans.Adjusted(design, products, fit, single) : [];
        var (rank, explained) = (fit.Rank, fit.SumOfSquares);
        if (pairs == PairObstacle.None)
        {
            ModelTerm[] paired = [.. terms.Skip(single.Length)];
            var more = FitOfPairs(products, fit, paired);
            if (design.Count - 1 - rank - more.Rank < 1)
            {
                pairs = PairObstacle.TooFewPoints;
            }
            else
            {
                Add(more, paired);
                (rank, explained) = (rank + more.Rank, explained + more.SumOfSquares);
            }
        }

        var residual = design.Part(design.Count - 1 - rank, design.SumOfSquares - explained);
        var (lack, pure) = Split(residual.DegreesOfFreedom, design.SumOfSquares - explained);
        return new VarianceShares(
            obstacle, pairs, design.Count, design.LeftOut, design.IsBalanced(), design.IsFactorial(), design.LeftOutFactors, Total(),
            Sorted(shares, s => s.Part), Sorted(aliased, a => a.Part), residual, lack, pure,
            LevelMeans.Of(factors, observations, adjusted));
    }

    private PairObstacle Pairs()
    {
        if (design.Factors.Length < 2)
            return PairObstacle.NoPairs;
        return design.HasFewColumns ? PairObstacle.None : PairObstacle.TooManyColumns;
    }

    private VariancePart Total() => design.Part(Math.Max(0, design.Count - 1), design.SumOfSquares);

    private static TermFit FitOfFactors(CrossProducts products, ModelTerm[] terms)
    {
        var width = terms[^1].Offset + terms[^1].Width;
        return new TermFit(
            products.Columns.SubMatrix(0, width, 0, width), products.Values.SubVector(0, width), terms, Squares(products, 0, width));
    }

    /// <summary>The pairs without what the single factors explain of them.</summary>
    private static TermFit FitOfPairs(CrossProducts products, TermFit below, ModelTerm[] terms)
    {
        var start = terms[0].Offset;
        var width = products.Values.Count - start;
        var shared = products.Columns.SubMatrix(start, width, 0, start);
        return new TermFit(
            products.Columns.SubMatrix(start, width, start, width) - (shared * below.Inverse).TransposeAndMultiply(shared),
            products.Values.SubVector(start, width) - (shared * below.Coefficients),
            [.. terms.Select(term => term with { Offset = term.Offset - start })],
            Squares(products, start, width));
    }

    private static double[] Squares(CrossProducts products, int start, int width) =>
        [.. Enumerable.Range(start, width).Select(j => products.Columns[j, j])];

    private void Add(TermFit fit, ModelTerm[] terms)
    {
        foreach (var group in fit.Terms)
        {
            var part = design.Part(group.DegreesOfFreedom, group.SumOfSquares);
            VarianceTerm[] named = [.. group.Terms.Select(t => Named(terms[t]))];
            if (named.Length == 1 && part.DegreesOfFreedom > 0)
                shares.Add(new VarianceShare(named[0], part));
            else
                aliased.Add(new AliasedTerms(named, part));
        }
    }

    private VarianceTerm Named(ModelTerm term) =>
        new(design.Factors[term.First], term.Second is { } second ? design.Factors[second] : null);

    private (VariancePart? LackOfFit, VariancePart? PureError) Split(int degreesOfFreedom, double squares)
    {
        if (design.Configurations is not { } configurations)
            return (null, null);

        // Welford's sums: equal values leave exactly nothing.
        var sums = new Dictionary<int, (int Count, double Mean, double Squares)>();
        for (var i = 0; i < configurations.Length; i++)
        {
            var (count, mean, within) = sums.GetValueOrDefault(configurations[i]);
            var distance = design.Deviations[i] - mean;
            var next = mean + (distance / (count + 1));
            sums[configurations[i]] = (count + 1, next, within + (distance * (design.Deviations[i] - next)));
        }

        var freedom = design.Count - sums.Count;
        if (freedom == 0)
            return (null, null);
        var pure = sums.Values.Sum(sum => sum.Squares);
        var between = degreesOfFreedom - freedom;
        return (between > 0 ? design.Part(between, squares - pure) : null, design.Part(freedom, pure));
    }

    private static List<T> Sorted<T>(List<T> items, Func<T, VariancePart> part) => [.. items.OrderByDescending(item => part(item).Share)];
}
