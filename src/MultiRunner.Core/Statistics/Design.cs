namespace MultiRunner.Statistics;

/// <summary>The observations that an analysis of variance can use, with levels that count from 0 without gaps.</summary>
internal sealed class Design
{
    // Eigenvalues of a matrix with so many columns take some tenths of a second.
    private const int MaxColumns = 400;

    // A few units of the last digit: differences that come from rounding are none.
    private const double Rounding = 4 * 2.220446049250313e-16;

    private readonly int[][] levels;
    private readonly int exponent;

    /// <param name="factors">The number of factors.</param>
    /// <param name="observations">All measurements.</param>
    public Design(int factors, IReadOnlyList<Observation> observations)
    {
        var used = observations.Where(o => double.IsFinite(o.Value) && o.Levels.All(level => level >= 0)).ToList();
        Count = used.Count;
        LeftOut = observations.Count - used.Count;

        // A power of two is exact, and keeps squares from overflow.
        var largest = used.Count == 0 ? 0 : used.Max(o => Math.Abs(o.Value));
        exponent = largest == 0 ? 0 : Math.ILogB(largest) + 1;
        var scaled = used.Select(o => Math.ScaleB(o.Value, -exponent)).ToArray();
        var mean = Moments.Of([.. scaled]).Mean;
        Mean = Math.ScaleB(mean, exponent);
        Deviations = [.. scaled.Select(value => value - mean)];
        HasVariance = Deviations.Any(deviation => Math.Abs(deviation) > Rounding * Math.ScaleB(largest, -exponent));
        SumOfSquares = Deviations.Sum(deviation => deviation * deviation);
        if (used.TrueForAll(o => o.Configuration is not null))
            Configurations = [.. used.Select(o => o.Configuration!.Value)];

        levels = [.. Enumerable.Range(0, factors).Select(factor => used.Select(o => o.Levels[factor]).Distinct().Order().ToArray())];
        var varied = Enumerable.Range(0, factors).Where(factor => levels[factor].Length > 1).ToList();
        HasLevels = varied.Count > 0;
        Factors = [.. Kept(varied)];
        LeftOutFactors = [.. varied.Except(Factors)];
        LevelCounts = [.. Factors.Select(factor => levels[factor].Length)];
        Rows = [.. used.Select(o => Factors.Select(factor => Array.BinarySearch(levels[factor], o.Levels[factor])).ToArray())];
    }

    /// <summary>The number of observations.</summary>
    public int Count { get; }

    /// <summary>The number of those that cannot be used.</summary>
    public int LeftOut { get; }

    /// <summary>The mean of the values.</summary>
    public double Mean { get; }

    /// <summary>The values without their mean, divided by a power of two (see <see cref="Unscaled"/>).</summary>
    public double[] Deviations { get; }

    /// <summary>Whether the values differ by more than rounding.</summary>
    public bool HasVariance { get; }

    /// <summary>The sum of the squares of <see cref="Deviations"/>.</summary>
    public double SumOfSquares { get; }

    /// <summary>The configuration of each observation; null when it is not known.</summary>
    public int[]? Configurations { get; }

    /// <summary>Whether a factor has two levels.</summary>
    public bool HasLevels { get; }

    /// <summary>The factors that are analysed.</summary>
    public int[] Factors { get; }

    /// <summary>Factors with too many levels.</summary>
    public int[] LeftOutFactors { get; }

    /// <summary>For each of <see cref="Factors"/> its number of levels.</summary>
    public int[] LevelCounts { get; }

    /// <summary>For each observation the level of each of <see cref="Factors"/>.</summary>
    public int[][] Rows { get; }

    /// <summary>Whether the columns of all pairs can be computed with.</summary>
    public bool HasFewColumns
    {
        get
        {
            var single = LevelCounts.Sum(count => count - 1L);
            return single + (((single * single) - LevelCounts.Sum(count => (count - 1L) * (count - 1L))) / 2) <= MaxColumns;
        }
    }

    /// <summary>The level that the caller knows, of one of <see cref="Factors"/>.</summary>
    public int LevelOf(int position, int index) => levels[Factors[position]][index];

    /// <summary>A difference of values in their own unit.</summary>
    public double Unscaled(double difference) => Math.ScaleB(difference, exponent);

    /// <summary>A sum of squares of deviations as a part of the whole.</summary>
    public VariancePart Part(int degreesOfFreedom, double squares)
    {
        // Rounding may leave a little less than nothing.
        var positive = Math.Max(0, squares);
        return new VariancePart(degreesOfFreedom, Math.ScaleB(positive, 2 * exponent), SumOfSquares > 0 ? positive / SumOfSquares : 0);
    }

    /// <summary>
    /// Whether each two levels of two factors meet equally often; of a single factor, whether its levels are equally frequent.
    /// </summary>
    public bool IsBalanced()
    {
        for (var first = 0; first < Factors.Length; first++)
        {
            for (var second = Factors.Length == 1 ? first : first + 1; second < Factors.Length; second++)
            {
                if (!MeetEquallyOften(first, second))
                    return false;
            }
        }

        return Count > 0;
    }

    /// <summary>Whether every combination of levels occurs, all of them equally often.</summary>
    public bool IsFactorial()
    {
        var cells = 1L;
        foreach (var count in LevelCounts)
        {
            cells *= count;
            if (cells > Count)
                return false;
        }

        var found = Rows.CountBy(row => row.Zip(LevelCounts).Aggregate(0L, (cell, at) => (cell * at.Second) + at.First)).ToList();
        return found.Count == cells && found.TrueForAll(cell => cell.Value == Count / cells);
    }

    private bool MeetEquallyOften(int first, int second)
    {
        var cells = first == second ? LevelCounts[first] : LevelCounts[first] * LevelCounts[second];
        if (Count % cells != 0)
            return false;
        var counts = new int[cells];
        foreach (var row in Rows)
            counts[first == second ? row[first] : (row[first] * LevelCounts[second]) + row[second]]++;
        return counts.All(count => count == Count / cells);
    }

    /// <summary>
    /// Leaves out factors whose every level occurs once: they would explain whatever the values are. Then leaves out those with the
    /// most levels until the columns can be computed with.
    /// </summary>
    private IEnumerable<int> Kept(List<int> varied)
    {
        var kept = varied.Where(factor => levels[factor].Length < Count).OrderBy(factor => levels[factor].Length).ToList();
        while (kept.Sum(factor => levels[factor].Length - 1) > MaxColumns)
            kept.RemoveAt(kept.Count - 1);
        return kept.Order();
    }
}
