using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using MultiRunner.Statistics;
using Xunit;

namespace MultiRunner.Core.Tests.Statistics;

public class VarianceSharesPropertyTests
{
    private const double Precision = 1e-8;

    [Fact]
    public void Shares_of_a_balanced_design_add_up_to_one() => SampleDesigns.Balanced.Sample(design =>
    {
        var result = VarianceShares.Of(design.LevelCounts.Length, design.Observations);

        Assert.True(result.IsBalanced);
        Assert.Empty(result.Aliased);
        if (result.Residual is not null)
            Assert.Equal(1, result.Shares.Sum(share => share.Part.Share) + result.Residual.Share, Precision);
    });

    /// <summary>
    /// In a balanced design the sum of squares of a factor is that of its level means, and the order of terms has no effect.
    /// </summary>
    [Fact]
    public void Shares_of_a_balanced_design_are_those_of_the_means() => SampleDesigns.Balanced.Sample(design =>
    {
        var result = VarianceShares.Of(design.LevelCounts.Length, design.Observations);

        var mean = design.Observations.Average(o => o.Value);
        foreach (var share in result.Shares.Where(share => share.Term.Second is null))
        {
            var squares = result.Levels[share.Term.First].Sum(level => level.Count * (level.Mean - mean) * (level.Mean - mean));
            Assert.Equal(squares, share.Part.SumOfSquares, Precision * result.Total.SumOfSquares);
        }

        foreach (var level in result.Levels.SelectMany(levels => levels).Where(level => level.AdjustedMean is not null))
            Assert.Equal(level.Mean, level.AdjustedMean!.Value, Precision);
    });

    /// <summary>
    /// What a term explains is what the residual grows by when a fit does without it. The fits here are made by singular values of the
    /// indicators of all levels, and share nothing with the code under test.
    /// </summary>
    [Fact]
    public void Shares_of_any_design_are_what_the_residual_grows_by_without_them() => SampleDesigns.Any.Sample(design =>
    {
        var factors = design.LevelCounts.Length;
        var result = VarianceShares.Of(factors, design.Observations);
        if (result.Residual is null)
            return;
        VarianceTerm[] single = [.. Enumerable.Range(0, factors).Select(f => new VarianceTerm(f))];
        VarianceTerm[] pairs = [..
            from a in single
            from b in single
            where a.First < b.First
            select new VarianceTerm(a.First, b.First)];

        var own = result.Shares.Select(s => ((IReadOnlyList<VarianceTerm>)[s.Term], s.Part));
        foreach (var (terms, part) in own.Concat(result.Aliased.Select(a => (a.Terms, a.Part))))
        {
            VarianceTerm[] model = terms[0].Second is null ? single : [.. single, .. pairs];
            var (rank, squares) = Fit(design.Observations, model);
            var (rankWithout, squaresWithout) = Fit(design.Observations, model.Except(terms));
            Assert.Equal(rank - rankWithout, part.DegreesOfFreedom);
            Assert.Equal(squaresWithout - squares, part.SumOfSquares, Precision * result.Total.SumOfSquares);
        }

        VarianceTerm[] whole = result.PairObstacle == PairObstacle.None ? [.. single, .. pairs] : single;
        var (wholeRank, residual) = Fit(design.Observations, whole);
        Assert.Equal(design.Observations.Length - wholeRank, result.Residual.DegreesOfFreedom);
        Assert.Equal(residual, result.Residual.SumOfSquares, Precision * result.Total.SumOfSquares);
    }, iter: 300);

    [Fact]
    public void The_order_of_the_observations_changes_nothing() => SampleDesigns.Any
        .SelectMany(
            design => Gen.Shuffle(design.Observations),
            (design, shuffled) => (design.LevelCounts.Length, design.Observations, shuffled))
        .Sample((factors, observations, shuffled) =>
            AssertSame(VarianceShares.Of(factors, observations), VarianceShares.Of(factors, shuffled)));

    /// <summary>Another zero and another unit of the values, which the shares know nothing of.</summary>
    [Fact]
    public void The_scale_of_the_values_changes_nothing() => SampleDesigns.Any.Sample(design => AssertSame(
        VarianceShares.Of(design.LevelCounts.Length, design.Observations),
        VarianceShares.Of(design.LevelCounts.Length, [.. design.Observations.Select(o => o with { Value = (o.Value + 1e5) * 1e150 })]),
        sameUnit: false));

    /// <summary>Lack of fit and pure error are the residual, and pure error is that of a mean for each configuration.</summary>
    [Fact]
    public void Residual_is_split_by_the_configurations() => SampleDesigns.Any.Sample(design =>
    {
        var result = VarianceShares.Of(design.LevelCounts.Length, design.Observations);
        if (result.PureError is null)
            return;

        var within = design.Observations.GroupBy(o => o.Configuration, o => o.Value)
            .Sum(values => values.Sum(value => Math.Pow(value - values.Average(), 2)));
        Assert.Equal(within, result.PureError.SumOfSquares, Precision * result.Total.SumOfSquares);
        Assert.Equal(
            result.Residual!.SumOfSquares, result.PureError.SumOfSquares + (result.LackOfFit?.SumOfSquares ?? 0),
            Precision * result.Total.SumOfSquares);
        Assert.Equal(
            result.Residual.DegreesOfFreedom, result.PureError.DegreesOfFreedom + (result.LackOfFit?.DegreesOfFreedom ?? 0));
    });

    private static void AssertSame(VarianceShares expected, VarianceShares actual, bool sameUnit = true)
    {
        Assert.Equal(
            (expected.Obstacle, expected.PairObstacle, expected.IsBalanced), (actual.Obstacle, actual.PairObstacle, actual.IsBalanced));
        var found = actual.Shares.ToDictionary(share => share.Term, share => share.Part);
        Assert.Equal(expected.Shares.Select(share => share.Term).Order(ByFactors), found.Keys.Order(ByFactors));
        Assert.All(expected.Shares, share => AssertPart(share.Part, found[share.Term]));
        AssertPart(expected.Residual, actual.Residual);
        AssertPart(expected.LackOfFit, actual.LackOfFit);
        AssertPart(expected.PureError, actual.PureError);
        Assert.Equal(expected.Aliased.Sum(a => a.Part.DegreesOfFreedom), actual.Aliased.Sum(a => a.Part.DegreesOfFreedom));
        if (!sameUnit)
            return;
        foreach (var (level, other) in expected.Levels.SelectMany(l => l).Zip(actual.Levels.SelectMany(l => l)))
        {
            Assert.Equal(level with { AdjustedMean = null }, other with { AdjustedMean = null });
            Assert.Equal(level.AdjustedMean ?? double.NaN, other.AdjustedMean ?? double.NaN, Precision);
        }
    }

    private static IComparer<VarianceTerm> ByFactors { get; } =
        Comparer<VarianceTerm>.Create((a, b) => (a.First, a.Second ?? -1).CompareTo((b.First, b.Second ?? -1)));

    private static void AssertPart(VariancePart? expected, VariancePart? actual)
    {
        Assert.Equal(expected?.DegreesOfFreedom, actual?.DegreesOfFreedom);
        Assert.Equal(expected?.Share ?? 0, actual?.Share ?? 0, Precision);
    }

    /// <summary>The rank of the mean with some terms, and the sum of squares that they leave.</summary>
    private static (int Rank, double Residual) Fit(Observation[] observations, IEnumerable<VarianceTerm> terms)
    {
        List<double[]> columns = [[.. observations.Select(_ => 1.0)]];
        foreach (var term in terms)
        {
            (int, int) Cell(Observation o) => (o.Levels[term.First], term.Second is { } second ? o.Levels[second] : 0);
            columns.AddRange(observations.Select(Cell).Distinct().ToList()
                .Select(cell => observations.Select(o => Cell(o) == cell ? 1.0 : 0.0).ToArray()));
        }

        var y = Vector<double>.Build.Dense([.. observations.Select(o => o.Value)]);
        var svd = Matrix<double>.Build.DenseOfColumnArrays(columns).Svd();
        var rank = svd.S.Count(value => value > 1e-9);
        var explained = Enumerable.Range(0, rank).Sum(k => Math.Pow(svd.U.Column(k) * y, 2));
        return (rank, (y * y) - explained);
    }
}
