using MultiRunner.Statistics;
using Xunit;

namespace MultiRunner.Core.Tests.Statistics;

/// <summary>Tables of analyses of variance that others have published; <see cref="PublishedData"/> has the measurements.</summary>
public class PublishedTablesTests
{
    /// <summary>Certified values of NIST: https://www.itl.nist.gov/div898/strd/anova/SiRstv.html.</summary>
    [Fact]
    public void Certified_table_of_SiRstv()
    {
        var result = VarianceShares.Of(1, PublishedData.SiliconResistivity);

        AssertPart(4, 5.11462616000000E-02, Share(result, new VarianceTerm(0)), 1e-9);
        AssertPart(20, 2.16636560000000E-01, result.Residual!, 1e-9);
        Assert.Equal(1.90999039051129E-01, Share(result, new VarianceTerm(0)).Share, 1e-9);
    }

    /// <summary>
    /// Certified values of NIST: https://www.itl.nist.gov/div898/strd/anova/AtmWtAg.html. Its data have seven constant digits.
    /// </summary>
    [Fact]
    public void Certified_table_of_AtmWtAg()
    {
        var result = VarianceShares.Of(1, PublishedData.AtomicWeightOfSilver);

        AssertPart(1, 3.63834187500000E-09, Share(result, new VarianceTerm(0)), 1e-8);
        AssertPart(46, 1.04951729166667E-08, result.Residual!, 1e-8);
        Assert.Equal(2.57426544538321E-01, Share(result, new VarianceTerm(0)).Share, 1e-8);
    }

    /// <summary>As R prints it for <c>aov(len ~ supp * factor(dose))</c>: 205.4, 2426.4, 108.3, residuals 712.1.</summary>
    [Fact]
    public void Balanced_table_of_ToothGrowth()
    {
        var result = VarianceShares.Of(2, PublishedData.ToothGrowth);

        AssertTable(result, (1, 205.4), (2, 2426.4), (2, 108.3), (54, 712.1), 0.051);
        Assert.Equal([new(1), new(0), new(0, 1)], result.Shares.Select(share => share.Term));
        Assert.True(result.IsBalanced);
    }

    /// <summary>As R prints it: statsmodels, test_anova.py, TestAnovaLM.</summary>
    [Fact]
    public void Balanced_table_of_the_kidney_data() =>
        AssertTable(VarianceShares.Of(2, PublishedData.Kidney), (1, 2.339693), (2, 16.97129), (2, 0.6356584), (54, 28.9892), 1e-5);

    /// <summary>
    /// As <c>car::Anova(type = "II")</c> of R prints it for the kidney data without the first three patients: statsmodels, test_anova.py,
    /// TestAnova2.
    /// </summary>
    [Fact]
    public void Unbalanced_table_of_the_kidney_data()
    {
        var result = VarianceShares.Of(2, [.. PublishedData.Kidney.Skip(3)]);

        AssertTable(result, (1, 3.067066), (2, 13.27205), (2, 0.1905093), (51, 27.60181), 1e-5);
        Assert.False(result.IsBalanced);
    }

    /// <summary>
    /// As <c>aovtype2(aov(hp ~ cyl * am, mtcars))</c> of the R package CGPfunctions prints it in its reference: 102729, 7318, 12181,
    /// residuals 22197.
    /// </summary>
    [Fact]
    public void Unbalanced_table_of_mtcars() =>
        AssertTable(VarianceShares.Of(2, PublishedData.Horsepower), (2, 102729), (1, 7318), (2, 12181), (26, 22197), 0.5);

    /// <summary>All terms of two factors leave nothing between the configurations, so the residual is pure error.</summary>
    [Fact]
    public void Residual_of_all_terms_is_pure_error()
    {
        var result = VarianceShares.Of(2, PublishedData.Horsepower);

        AssertPart(26, 22197, result.PureError!, 0.5 / 22197);
        Assert.Null(result.LackOfFit);
    }

    private static void AssertTable(
        VarianceShares result,
        (int Freedom, double Squares) first,
        (int Freedom, double Squares) second,
        (int Freedom, double Squares) pair,
        (int Freedom, double Squares) residual,
        double error)
    {
        AssertPart(first.Freedom, first.Squares, Share(result, new VarianceTerm(0)), error / first.Squares);
        AssertPart(second.Freedom, second.Squares, Share(result, new VarianceTerm(1)), error / second.Squares);
        AssertPart(pair.Freedom, pair.Squares, Share(result, new VarianceTerm(0, 1)), error / pair.Squares);
        AssertPart(residual.Freedom, residual.Squares, result.Residual!, error / residual.Squares);
    }

    private static void AssertPart(int freedom, double squares, VariancePart part, double relativeError)
    {
        Assert.Equal(freedom, part.DegreesOfFreedom);
        Assert.Equal(squares, part.SumOfSquares, squares * relativeError);
    }

    private static VariancePart Share(VarianceShares result, VarianceTerm term) => result.Shares.Single(share => share.Term == term).Part;
}
