using MathNet.Numerics.LinearAlgebra;

namespace MultiRunner.Statistics;

/// <summary>A model fitted by least squares, and what each of its terms explains in addition to the others.</summary>
/// <remarks>
/// With G the inverse of X'X and b = G X'y the coefficients, a term t explains b_t' (G_tt)^-1 b_t in addition to all other terms. One
/// inverse serves all terms. When the levels of terms change together, X'X has no inverse. The eigenvectors of eigenvalues 0 say which
/// terms are concerned; with the pseudoinverse the same formula holds for the others, and for all of the concerned together.
/// </remarks>
internal sealed class TermFit
{
    // Columns have unit length here. Two terms that differ in one observation of a hundred thousand have 1e-5.
    private const double Nothing = 1e-8;

    private readonly TermBasis basis;
    private readonly Matrix<double> inverse;
    private readonly Matrix<double> dependence;
    private readonly Vector<double> coefficients;

    /// <param name="columns">X'X, without what the model below explains.</param>
    /// <param name="values">X'y, likewise.</param>
    /// <param name="terms">The terms, from column 0 on.</param>
    /// <param name="squares">The sum of squares of each column as it was at first.</param>
    public TermFit(Matrix<double> columns, Vector<double> values, IReadOnlyList<ModelTerm> terms, double[] squares)
    {
        basis = TermBasis.Of(columns, terms, squares);
        var eigen = basis.Transform.TransposeThisAndMultiply(columns * basis.Transform).Evd(Symmetricity.Symmetric);
        var present = eigen.EigenValues.Select(value => value.Real > Nothing).ToArray();
        var vectors = eigen.EigenVectors;
        Rank = present.Count(p => p);
        inverse = Sum(vectors, k => present[k] ? 1 / eigen.EigenValues[k].Real : 0);
        dependence = Sum(vectors, k => present[k] ? 0 : 1);

        var projected = basis.Transform.TransposeThisAndMultiply(values);
        coefficients = inverse * projected;
        SumOfSquares = projected * coefficients;
        Inverse = basis.Transform * inverse * basis.Transform.Transpose();
        Coefficients = basis.Transform * coefficients;
        Terms = [.. Groups().Select(Squares)];
    }

    /// <summary>The dimension of the space that the columns span.</summary>
    public int Rank { get; }

    /// <summary>What the model explains, in addition to the one below.</summary>
    public double SumOfSquares { get; }

    /// <summary>The pseudoinverse of X'X.</summary>
    public Matrix<double> Inverse { get; }

    /// <summary>The coefficient of each column.</summary>
    public Vector<double> Coefficients { get; }

    /// <summary>What the terms explain.</summary>
    public IReadOnlyList<TermSquares> Terms { get; }

    /// <summary>V diag(weights) V'.</summary>
    private static Matrix<double> Sum(Matrix<double> vectors, Func<int, double> weight) =>
        (vectors * Matrix<double>.Build.DiagonalOfDiagonalVector(Vector<double>.Build.Dense(vectors.ColumnCount, weight)))
            .TransposeAndMultiply(vectors);

    /// <summary>Terms are in one group when an eigenvector of the eigenvalue 0 has parts in both.</summary>
    private IEnumerable<List<int>> Groups()
    {
        var open = Enumerable.Range(0, basis.Terms.Count).ToList();
        while (open.Count > 0)
        {
            List<int> group = [open[0]];
            open.RemoveAt(0);
            for (var i = 0; i < group.Count; i++)
            {
                var joined = open.Where(other => Depend(basis.Terms[group[i]], basis.Terms[other])).ToList();
                group.AddRange(joined);
                open.RemoveAll(joined.Contains);
            }

            group.Sort();
            yield return group;
        }
    }

    private bool Depend(ModelTerm first, ModelTerm second)
    {
        for (var i = 0; i < first.Width; i++)
        {
            for (var j = 0; j < second.Width; j++)
            {
                if (Math.Abs(dependence[first.Offset + i, second.Offset + j]) > 1e-6)
                    return true;
            }
        }

        return false;
    }

    private TermSquares Squares(List<int> group)
    {
        int[] columns = [.. group.SelectMany(t => Enumerable.Range(basis.Terms[t].Offset, basis.Terms[t].Width))];
        if (columns.Length == 0)
            return new TermSquares(group, 0, 0);

        // The pseudoinverse of the block, which keeps as many eigenvalues as the group has dimensions.
        var lost = (int)Math.Round(columns.Sum(c => dependence[c, c]));
        var part = Vector<double>.Build.Dense(columns.Length, i => coefficients[columns[i]]);
        var eigen = Matrix<double>.Build.Dense(columns.Length, columns.Length, (i, j) => inverse[columns[i], columns[j]])
            .Evd(Symmetricity.Symmetric);
        var squares = 0.0;
        foreach (var k in Enumerable.Range(0, columns.Length).OrderBy(k => eigen.EigenValues[k].Real).Skip(lost))
        {
            var projection = eigen.EigenVectors.Column(k) * part;
            squares += projection * projection / eigen.EigenValues[k].Real;
        }

        return new TermSquares(group, columns.Length - lost, squares);
    }
}
