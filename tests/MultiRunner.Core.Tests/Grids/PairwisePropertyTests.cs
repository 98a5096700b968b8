using CsCheck;
using MultiRunner.Grids;
using MultiRunner.Grids.Pairwise;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>Pairwise rows beside an oracle that goes through the whole product.</summary>
public class PairwisePropertyTests
{
    private static readonly Gen<int[]> Sizes = Gen.Int[1, 5].Array[1, 5];

    /// <summary>A row that is forbidden; a negative cell stands for any level.</summary>
    private static readonly Gen<int[]> Forbidden = Gen.Int[-7, 4].Array[5];

    [Fact]
    public void Each_pair_of_an_allowed_row_is_covered_and_each_row_allowed() =>
        Gen.Select(Sizes, Forbidden.Array[0, 12]).Sample((sizes, forbidden) => AssertCovers(sizes, row => !IsForbidden(row, forbidden)), iter: 400);

    /// <summary>Many forbidden pairs rule out more pairs together, and often all rows.</summary>
    [Fact]
    public void Pairs_that_constraints_rule_out_together_are_left_out() =>
        Gen.Select(Gen.Int[2, 3].Array[3, 5], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[0, 2]).Array[5, 25])
            .Sample((sizes, pairs) => AssertCovers(sizes, row => !pairs.Any(p => Has(row, p.Item1, p.Item2) && Has(row, p.Item3, p.Item4))), iter: 400);

    /// <summary>A constraint over all parameters says nothing of a row that is not full.</summary>
    [Fact]
    public void Constraints_may_be_decided_by_full_rows_alone() =>
        Gen.Select(Gen.Int[1, 4].Array[1, 4], Forbidden.Array[0, 12]).Sample(
            (sizes, forbidden) => AssertCovers(sizes, row => row.Contains(-1) || !IsForbidden(row, forbidden)), iter: 200);

    [Fact]
    public void Few_rows_that_are_allowed_at_random_are_found() =>
        Gen.Select(Sizes, Gen.UInt, Gen.Int[1, 60]).Sample(
            (sizes, salt, share) => AssertCovers(sizes, row => row.Contains(-1) || Hash(row, salt) % 60 < share), iter: 200);

    [Fact]
    public void A_dimension_that_is_collapsed_has_its_first_level() =>
        Gen.Select(Gen.Int[2, 4].Array[3, 5], Gen.Int[1, 3].Array[5]).Sample(
            (sizes, from) => AssertCovers(
                sizes, row => !Enumerable.Range(1, row.Length - 1).Any(i => row[i - 1] >= 0 && row[i - 1] < from[i - 1] && row[i] > 0)),
            iter: 100);

    private static void AssertCovers(int[] sizes, Func<int[], bool> isAllowed)
    {
        var allowed = Product(sizes).Where(isAllowed).ToList();

        var rows = PairwiseRows.Of("S", sizes, isAllowed);

        Assert.Subset(allowed.Select(Text).ToHashSet(), rows.Select(Text).ToHashSet());
        Assert.Equal(rows.Count, rows.Select(Text).Distinct().Count());
        Assert.Equal(Parts(allowed), Parts(rows));
        Assert.Equal(rows.Select(Text), PairwiseRows.Of("S", sizes, isAllowed).Select(Text));
    }

    /// <summary>All pairs, or all levels where there is one dimension.</summary>
    private static HashSet<(int, int, int, int)> Parts(IReadOnlyCollection<int[]> rows) => [..
        from row in rows
        from a in Enumerable.Range(0, row.Length)
        from b in Enumerable.Range(0, a + 1)
        select (a, row[a], b, row[b])];

    private static IEnumerable<int[]> Product(int[] sizes)
    {
        for (var i = 0; i < sizes.Aggregate(1, (product, size) => product * size); i++)
        {
            var rest = i;
            yield return [.. sizes.Select(size => (rest, rest % size, rest /= size).Item2)];
        }
    }

    private static bool IsForbidden(int[] row, int[][] forbidden) => forbidden.Any(f =>
        f.Take(row.Length).Any(level => level >= 0) && row.Zip(f).All(cell => cell.Second < 0 || cell.First == cell.Second));

    private static bool Has(int[] row, int dimension, int level) => dimension < row.Length && row[dimension] == level;

    private static uint Hash(int[] row, uint salt) => row.Aggregate(salt, (hash, level) => (hash ^ (uint)level) * 16777619) >> 8;

    private static string Text(int[] row) => string.Join(' ', row);
}
