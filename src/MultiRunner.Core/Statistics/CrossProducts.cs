using MathNet.Numerics.LinearAlgebra;

namespace MultiRunner.Statistics;

/// <summary>What least squares need to know of the observations.</summary>
/// <param name="Columns">X'X of the columns without their means.</param>
/// <param name="Values">X'y.</param>
/// <param name="Means">The mean of each column.</param>
internal sealed record CrossProducts(Matrix<double> Columns, Vector<double> Values, double[] Means)
{
    /// <summary>
    /// Counting bits costs little, however many observations there are. A coding whose columns sum to 0 would need real numbers. It
    /// spans the same spaces, and all results are about spaces.
    /// </summary>
    public static CrossProducts Of(Design design, IReadOnlyList<ModelTerm> terms)
    {
        var indicators = new IndicatorColumns(design, terms);
        var width = indicators.Count;

        // The square of a 1 is a 1, so the diagonal has the sums of the columns.
        var means = new double[width];
        for (var j = 0; j < width; j++)
            means[j] = (double)indicators.Product(j, j) / design.Count;

        var columns = Matrix<double>.Build.Dense(width, width);
        for (var i = 0; i < width; i++)
        {
            for (var j = i; j < width; j++)
                columns[i, j] = columns[j, i] = indicators.Product(i, j) - (design.Count * means[i] * means[j]);
        }

        return new CrossProducts(columns, Vector<double>.Build.Dense(width, j => indicators.Sum(j, design.Deviations)), means);
    }
}
