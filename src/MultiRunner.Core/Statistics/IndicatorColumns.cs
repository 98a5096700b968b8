using System.Numerics;

namespace MultiRunner.Statistics;

/// <summary>The columns of a model, which are 0 or 1: one bit for each observation.</summary>
internal sealed class IndicatorColumns
{
    private const int WordBits = 64;

    private readonly ulong[][] columns;

    public IndicatorColumns(Design design, IReadOnlyList<ModelTerm> terms)
    {
        columns = new ulong[terms[^1].Offset + terms[^1].Width][];
        foreach (var term in terms)
        {
            if (term.Second is { } second)
                AddPair(terms[term.First], terms[second], term.Offset);
            else
                AddFactor(design, term);
        }
    }

    /// <summary>The number of columns.</summary>
    public int Count => columns.Length;

    /// <summary>The number of observations for which both columns are 1: an element of X'X.</summary>
    public int Product(int first, int second)
    {
        var count = 0;
        var (left, right) = (columns[first], columns[second]);
        for (var word = 0; word < left.Length; word++)
            count += BitOperations.PopCount(left[word] & right[word]);
        return count;
    }

    /// <summary>The sum of the values of the observations for which the column is 1: an element of X'y.</summary>
    public double Sum(int column, double[] values)
    {
        var sum = 0.0;
        for (var word = 0; word < columns[column].Length; word++)
        {
            for (var bits = columns[column][word]; bits != 0; bits &= bits - 1)
                sum += values[(word * WordBits) + BitOperations.TrailingZeroCount(bits)];
        }

        return sum;
    }

    /// <summary>The last level of a factor has no column.</summary>
    private void AddFactor(Design design, ModelTerm term)
    {
        for (var level = 0; level < term.Width; level++)
            columns[term.Offset + level] = new ulong[(design.Count + WordBits - 1) / WordBits];
        for (var i = 0; i < design.Count; i++)
        {
            var level = design.Rows[i][term.First];
            if (level < term.Width)
                columns[term.Offset + level][i / WordBits] |= 1UL << (i % WordBits);
        }
    }

    private void AddPair(ModelTerm first, ModelTerm second, int offset)
    {
        for (var level = 0; level < first.Width; level++)
        {
            for (var other = 0; other < second.Width; other++)
                columns[offset++] = [.. columns[first.Offset + level].Zip(columns[second.Offset + other], (a, b) => a & b)];
        }
    }
}
