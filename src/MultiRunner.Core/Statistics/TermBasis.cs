using MathNet.Numerics.LinearAlgebra;

namespace MultiRunner.Statistics;

/// <summary>
/// An orthonormal basis for the columns of each term. Dependent columns of one term (levels that never occur together) are gone then,
/// all terms have one scale, and whatever dependence remains is between terms.
/// </summary>
/// <param name="Transform">The columns of the basis, as combinations of the columns of the model.</param>
/// <param name="Terms">For each term the columns of the basis that are its own; its width is its rank.</param>
internal sealed record TermBasis(Matrix<double> Transform, IReadOnlyList<ModelTerm> Terms)
{
    // What counting and subtracting leave of a zero is some 1e-14 of the columns' squares. One observation among a hundred thousand
    // leaves 1e-5 of them.
    private const double Nothing = 1e-9;

    /// <param name="columns">X'X of the columns, without what the model below explains.</param>
    /// <param name="terms">The terms, from column 0 on.</param>
    /// <param name="squares">The sum of squares of each column as it was at first.</param>
    public static TermBasis Of(Matrix<double> columns, IReadOnlyList<ModelTerm> terms, double[] squares)
    {
        var blocks = terms.Select(term => Orthonormal(
            columns.SubMatrix(term.Offset, term.Width, term.Offset, term.Width),
            squares.AsSpan(term.Offset, term.Width).ToArray().Max())).ToList();
        var transform = Matrix<double>.Build.Dense(columns.RowCount, Math.Max(1, blocks.Sum(block => block.Count)));
        var spans = new List<ModelTerm>();
        var offset = 0;
        for (var t = 0; t < terms.Count; t++)
        {
            spans.Add(terms[t] with { Offset = offset, Width = blocks[t].Count });
            foreach (var column in blocks[t])
                transform.SetSubMatrix(terms[t].Offset, terms[t].Width, offset++, 1, column.ToColumnMatrix());
        }

        return new TermBasis(transform, spans);
    }

    private static List<Vector<double>> Orthonormal(Matrix<double> block, double scale)
    {
        var eigen = block.Evd(Symmetricity.Symmetric);
        var basis = new List<Vector<double>>();
        for (var k = 0; k < block.RowCount; k++)
        {
            var value = eigen.EigenValues[k].Real;
            if (value > Nothing * scale)
                basis.Add(eigen.EigenVectors.Column(k) / Math.Sqrt(value));
        }

        return basis;
    }
}
