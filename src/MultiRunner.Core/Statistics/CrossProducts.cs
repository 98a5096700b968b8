using MathNet.Numerics.LinearAlgebra;

namespace MultiRunner.Statistics;

/// <summary>What least squares need to know of the observations.</summary>
/// <param name="Columns">X'X of the columns without their means.</param>
/// <param name="Values">X'y.</param>
/// <param name="Means">The mean of each column.</param>
internal sealed record CrossProducts(Matrix<double> Columns, Vector<double> Values, double[] Means)
{
    /// <summary>
    /// The matrix X itself is never built: an observation has at most one 1 in each term, so what it adds to the sums is little. A
    /// coding whose columns sum to 0 would fill many columns more. It spans the same spaces, and all results are about spaces.
    /// </summary>
    public static CrossProducts Of(Design design, IReadOnlyList<ModelTerm> terms)
    {
        var width = terms[^1].Offset + terms[^1].Width;
        var products = new double[width * width];
        var values = new double[width];
        var ones = new int[terms.Count];
        for (var i = 0; i < design.Count; i++)
        {
            var count = 0;
            foreach (var term in terms)
            {
                if (term.Column(design.Rows[i], design.LevelCounts) is { } column)
                    ones[count++] = column;
            }

            Add(ones.AsSpan(0, count), design.Deviations[i], products, values);
        }

        return Centred(products, values, design.Count);
    }

    /// <param name="ones">The columns that are 1, ascending.</param>
    /// <param name="value">The value of the observation.</param>
    /// <param name="products">The lower half of X'X, column by column.</param>
    /// <param name="values">X'y.</param>
    private static void Add(ReadOnlySpan<int> ones, double value, double[] products, double[] values)
    {
        for (var k = 0; k < ones.Length; k++)
        {
            values[ones[k]] += value;
            var start = ones[k] * values.Length;
            foreach (var other in ones[k..])
                products[start + other]++;
        }
    }

    private static CrossProducts Centred(double[] products, double[] values, int count)
    {
        var width = values.Length;

        // The square of a 1 is a 1, so the diagonal has the sums of the columns.
        var means = new double[width];
        for (var j = 0; j < width; j++)
            means[j] = products[(j * width) + j] / count;

        var columns = Matrix<double>.Build.Dense(
            width, width, (i, j) => products[(Math.Min(i, j) * width) + Math.Max(i, j)] - (count * means[i] * means[j]));
        return new CrossProducts(columns, Vector<double>.Build.Dense(values), means);
    }
}
