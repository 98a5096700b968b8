using System.Globalization;
using MultiRunner.Grids;
using MultiRunner.Grids.Pairwise;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>The numbers of rows that the documentation compares with those of other tools.</summary>
public class PairwiseCountTests
{
    public static TheoryData<string, int> Most => new()
    {
        { "3^4", 9 },
        { "3^13", 15 },
        { "4^15 3^17 2^29", 29 },
        { "4^1 3^39 2^35", 21 },
        { "10^20", 186 },
        { "2^100", 10 },
        { "2^1 3^1 4^1 5^1 6^1", 30 },
        { "20^2", 400 },
        { "5^6", 25 },
        { "5^5", 25 },
        { "6^4", 37 },
    };

    [Theory]
    [MemberData(nameof(Most))]
    public void There_are_no_more_rows_than_were_measured(string levels, int most)
    {
        int[] sizes = [..
            from part in levels.Split(' ')
            let numbers = part.Split('^').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray()
            from size in Enumerable.Repeat(numbers[0], numbers[1])
            select size];

        var rows = PairwiseRows.Of("S", sizes, _ => true);

        Assert.InRange(rows.Count, 1, most);
        for (var a = 0; a < sizes.Length; a++)
        {
            for (var b = 0; b < a; b++)
                Assert.Equal(sizes[a] * sizes[b], rows.Select(row => (row[a], row[b])).Distinct().Count());
        }
    }

    /// <summary>Each row is a permutation of five levels. Two dimensions have twenty allowed pairs, and so at least twenty rows.</summary>
    [Fact]
    public void Permutations_of_five_take_twenty_rows()
    {
        var rows = PairwiseRows.Of("S",
            [5, 5, 5, 5, 5], row => row.Where(level => level >= 0).GroupBy(level => level).All(group => group.Count() == 1));

        Assert.Equal(20, rows.Count);
    }

    /// <summary>The second to the fifth dimension have their first level while the first dimension has its first.</summary>
    [Fact]
    public void Dimensions_that_are_collapsed_together_take_few_rows()
    {
        var rows = PairwiseRows.Of("S", [2, 4, 4, 4, 4, 3], row => row[0] != 0 || row[1..5].All(level => level <= 0));

        Assert.InRange(rows.Count, 1, 18);
    }
}
