using System.Globalization;
using MultiRunner.Grids;
using MultiRunner.Grids.Pairwise;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class PairwiseRowsTests
{
    [Fact]
    public void Three_switches_take_four_rows() =>
        Assert.Equal(["0 0 1", "0 1 0", "1 0 0", "1 1 1"], Rows([2, 2, 2], _ => true));

    [Fact]
    public void Four_dimensions_of_three_levels_take_nine_rows()
    {
        var rows = Rows([3, 3, 3, 3], _ => true);

        Assert.Equal(9, rows.Count);
        Assert.Equal(rows.Order(StringComparer.Ordinal), rows);
    }

    [Fact]
    public void The_levels_of_one_dimension_come_once_each() =>
        Assert.Equal(["0", "2"], Rows([3], row => row[0] != 1));

    [Fact]
    public void Two_dimensions_give_each_allowed_row() =>
        Assert.Equal(["0 0", "0 1", "0 2", "1 1", "1 2"], Rows([2, 3], row => row[0] < 0 || row[1] < 0 || row[0] <= row[1]));

    [Fact]
    public void No_dimension_gives_the_empty_row_if_it_is_allowed()
    {
        Assert.Equal([""], Rows([], _ => true));
        Assert.Empty(Rows([], _ => false));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2, 0)]
    [InlineData(2, 0, 2)]
    [InlineData(0, 2, 2, 2)]
    public void A_dimension_without_levels_gives_no_rows(params int[] sizes) => Assert.Empty(Rows(sizes, _ => true));

    [Fact]
    public void A_dimension_of_one_level_adds_no_rows() =>
        Assert.Equal(["0 0 0 0", "0 0 1 1", "1 0 0 1", "1 0 1 0"], Rows([2, 1, 2, 2], _ => true));

    /// <summary>0 in the first asks for 0 in the second, which asks for 0 in the third. So 0 in the first is never beside 1 in the third.</summary>
    [Fact]
    public void A_pair_that_two_constraints_rule_out_together_is_not_asked_for() =>
        Assert.Equal(
            ["0 0 0", "1 0 0", "1 1 0", "1 1 1"],
            Rows([2, 2, 2], row => !(row[0] == 0 && row[1] == 1) && !(row[1] == 0 && row[2] == 1)));

    [Fact]
    public void A_chain_of_constraints_leaves_the_rows_that_climb()
    {
        var rows = Rows([2, 2, 2, 2, 2, 2], row => !Enumerable.Range(1, 5).Any(i => row[i - 1] == 1 && row[i] == 0));

        Assert.Equal(["0 0 0 0 0 0", "0 0 0 0 0 1", "0 0 0 0 1 1", "0 0 0 1 1 1", "0 0 1 1 1 1", "0 1 1 1 1 1", "1 1 1 1 1 1"], rows);
    }

    [Fact]
    public void Constraints_that_leave_one_row_give_it() =>
        Assert.Equal(["2 1 0 2"], Rows([3, 3, 3, 3], row => Fits(row, [2, 1, 0, 2])));

    [Fact]
    public void Constraints_that_leave_no_row_give_none()
    {
        Assert.Empty(Rows([3, 3, 3], _ => false));
        Assert.Empty(Rows([3, 3, 3], row => row[1] < 0));
        Assert.Empty(Rows([2, 2, 2], AllDifferent));
    }

    /// <summary>Eight dimensions have to differ in seven levels. No part of a row shows it, so each pair would take a long proof.</summary>
    [Fact]
    public void That_no_row_is_left_is_proved_once_and_not_for_each_pair()
    {
        var asked = 0;

        Assert.Empty(Rows(Enumerable.Repeat(7, 8), row => ++asked > 0 && AllDifferent(row)));
        Assert.InRange(asked, 1, 30_000);
    }

    /// <summary>No row has level 1 of the last dimension, but only full rows show it.</summary>
    [Fact]
    public void That_no_row_has_a_level_is_proved_once_and_not_for_each_pair()
    {
        var asked = 0;

        var rows = Rows(Enumerable.Repeat(3, 8), row => ++asked > 0 && (row.Contains(-1) || row[7] != 1));

        Assert.Equal(["0", "2"], rows.Select(row => row[^1..]).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(asked, 1, 100_000);
    }

    /// <summary>The second dimension matters from level 1 of the first on, the third from level 2 on; else they have their first level.</summary>
    [Fact]
    public void A_dimension_may_be_collapsed_while_a_condition_does_not_apply()
    {
        var rows = Rows([3, 3, 3, 2], row => row[0] < 0 || ((row[0] >= 1 || row[1] <= 0) && (row[0] >= 2 || row[2] <= 0)));

        Assert.All(rows.Where(row => row[0] == '0'), row => Assert.StartsWith("0 0 0 ", row, StringComparison.Ordinal));
        Assert.All(rows.Where(row => row[0] == '1'), row => Assert.EndsWith("0", row[..5], StringComparison.Ordinal));
        Assert.Equal(2, rows.Count(row => row[0] == '0'));
        Assert.Equal(12, rows.Count);
    }

    /// <summary>Each row is a permutation, so no cell can be changed alone.</summary>
    [Fact]
    public void Rows_of_which_no_cell_can_be_changed_alone_are_found()
    {
        var rows = PairwiseRows.Of("S", [4, 4, 4, 4], AllDifferent);

        Assert.All(rows, row => Assert.Equal(4, row.Distinct().Count()));
        Assert.Equal(6 * 4 * 3, PairsOf(rows).Count);
        Assert.Equal(12, rows.Count);
    }

    [Fact]
    public void The_rows_are_the_same_each_time()
    {
        int[] sizes = [4, 3, 5, 2, 4];

        Assert.Equal(Rows(sizes, AllDifferent), Rows(sizes, AllDifferent));
        Assert.Equal(Rows(sizes, _ => true), Rows(sizes, _ => true));
    }

    [Fact]
    public void A_pair_that_cannot_be_decided_is_named()
    {
        // Seventeen dimensions have to differ in sixteen levels: to prove that there is no row takes longer than anybody waits.
        var exception = Assert.Throws<GridException>(() => PairwiseRows.Of("S",
            [.. Enumerable.Repeat(16, 17)], AllDifferent, (dimension, level) => $"p{dimension} = {level}", maxChecks: 20_000));

        Assert.Matches(
            "^S: Sampling.Pairwise has to know of each pair of values whether the constraints allow a point with it, but the constraints "
                + "were asked 20,000 times and it is not known yet of 'p\\d+ = \\d+' with 'p\\d+ = \\d+'. Write constraints that look at "
                + "fewer parameters, exclude this pair by itself, or take another sampling such as Sampling.Random.$",
            exception.Message);
    }

    [Fact]
    public void A_level_without_a_text_is_named_by_its_place()
    {
        var exception = Assert.Throws<GridException>(() => PairwiseRows.Of("S", [.. Enumerable.Repeat(16, 17)], AllDifferent, maxChecks: 20_000));

        Assert.Matches("of 'level \\d+ of dimension \\d+' with 'level \\d+ of dimension \\d+'", exception.Message);
    }

    [Theory]
    [InlineData(708, 708)]
    [InlineData(500, 500, 251)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue)]
    public void Too_many_pairs_are_refused(params int[] sizes)
    {
        using var culture = new CultureScope("de-DE");

        var exception = Assert.Throws<GridException>(() => PairwiseRows.Of("S", sizes, _ => true));

        var pairs = ((decimal)sizes[0] * sizes[1]) + (sizes.Length == 2 ? 0 : ((decimal)sizes[0] + sizes[1]) * sizes[2]);
        Assert.Equal(
            $"S: Sampling.Pairwise takes at most 500,000 pairs of values, but {string.Join(" x ", sizes)} values have "
                + $"{pairs.ToString("N0", CultureInfo.InvariantCulture)}. Take fewer values, or another sampling such as Sampling.Random.",
            exception.Message);
    }

    [Fact]
    public void Constraints_that_throw_are_not_hidden() =>
        Assert.Throws<InvalidTimeZoneException>(() => PairwiseRows.Of("S", [2, 2, 2], _ => throw new InvalidTimeZoneException()));

    private static List<string> Rows(IEnumerable<int> sizes, Func<int[], bool> isAllowed) =>
        [.. PairwiseRows.Of("S", [.. sizes], isAllowed).Select(row => string.Join(' ', row))];

    private static HashSet<(int, int, int, int)> PairsOf(IEnumerable<int[]> rows) => [..
        from row in rows
        from a in Enumerable.Range(0, row.Length)
        from b in Enumerable.Range(0, a)
        select (a, row[a], b, row[b])];

    private static bool Fits(int[] row, int[] only) => row.Zip(only).All(cell => cell.First < 0 || cell.First == cell.Second);

    private static bool AllDifferent(int[] row)
    {
        var given = row.Where(level => level >= 0).ToList();
        return given.Distinct().Count() == given.Count;
    }
}
