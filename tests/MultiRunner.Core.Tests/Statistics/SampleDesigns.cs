using CsCheck;
using MultiRunner.Statistics;

namespace MultiRunner.Core.Tests.Statistics;

/// <summary>Designs with random values.</summary>
internal static class SampleDesigns
{
    /// <summary>All combinations of the levels of two to four factors, each one to three times.</summary>
    public static Gen<(int[] LevelCounts, Observation[] Observations)> Balanced { get; } =
        Gen.Int[2, 4].Array[2, 4].Select(Gen.Int[1, 3]).SelectMany((counts, repeats) =>
        {
            int[][] rows = [.. Grid(counts).SelectMany(row => Enumerable.Repeat(row, repeats))];
            return Gen.Double[-10, 10].Array[rows.Length].Select(values => (counts, Observations(rows, values)));
        });

    /// <summary>Observations of two to four factors at random levels, with some combinations missing.</summary>
    public static Gen<(int[] LevelCounts, Observation[] Observations)> Any { get; } =
        Gen.Int[2, 3].Array[2, 4].Select(Gen.Int[8, 60]).SelectMany((counts, count) =>
            Gen.Int[0, 99].Array[counts.Length].Array[count].Select(Gen.Double[-10, 10].Array[count], (raw, values) =>
                (counts, Observations([.. raw.Select(row => row.Select((level, f) => level % counts[f]).ToArray())], values))));

    /// <summary>All combinations of levels.</summary>
    public static IEnumerable<int[]> Grid(IReadOnlyList<int> levelCounts) => levelCounts.Aggregate(
        (IEnumerable<int[]>)[[]],
        (rows, count) => rows.SelectMany(row => Enumerable.Range(0, count).Select(level => (int[])[.. row, level])));

    /// <summary>Observations at given levels. Those with the same levels are repeats of one configuration.</summary>
    public static Observation[] Observations(IReadOnlyList<int[]> rows, IReadOnlyList<double> values)
    {
        var configurations = new Dictionary<string, int>();
        return [.. rows.Select((row, i) =>
        {
            var name = string.Join(',', row);
            configurations.TryAdd(name, configurations.Count);
            return new Observation(row, values[i], configurations[name]);
        })];
    }

    /// <summary>The shares of a full grid.</summary>
    public static VarianceShares Shares(int[] levelCounts, Func<int[], double> value) => Shares([.. Grid(levelCounts)], value);

    /// <summary>The shares of any observations, with values that their levels decide.</summary>
    public static VarianceShares Shares(int[][] rows, Func<int[], double> value) => Shares(rows, [.. rows.Select(value)]);

    /// <summary>The shares of any observations.</summary>
    public static VarianceShares Shares(int[][] rows, double[] values) => VarianceShares.Of(rows[0].Length, Observations(rows, values));
}
