using CsCheck;
using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class IndexPermutationTests
{
    /// <summary>A change of these numbers would move the points of every sweep that is sampled.</summary>
    [Fact]
    public void The_order_of_a_seed_never_changes()
    {
        Assert.Equal([1, 0, 2, 5, 4, 3, 8, 6, 9, 7], Order(10, 7));
        var huge = new IndexPermutation(1_000_000_000_000, 7);
        Assert.Equal([670130532379, 657658531364, 171280062305, 236262447643], Enumerable.Range(0, 4).Select(i => (long)huge[(UInt128)i]));
        Assert.Equal(UInt128.Parse("94195057537722302472473562631655370724", null), new IndexPermutation(UInt128.MaxValue, 7)[0]);
    }

    [Fact]
    public void Each_number_comes_once_for_every_count()
    {
        foreach (var count in Enumerable.Range(1, 130).Concat([255, 256, 257, 1000, 1023, 1024, 1025, 4095, 4096, 4097, 16_385]))
            Assert.Equal(Enumerable.Range(0, count), Order(count, (ulong)count).Order());
    }

    [Fact]
    public void Numbers_of_a_huge_count_are_below_it_and_differ() =>
        Gen.Select(Gen.ULong, Gen.ULong, Gen.ULong).Sample((high, low, seed) =>
        {
            var count = UInt128.Max(new UInt128(high, low), 1000);
            var permutation = new IndexPermutation(count, seed);
            var indices = Enumerable.Range(0, 200).Select(i => (UInt128)i).Concat(Enumerable.Range(1, 200).Select(i => count - (UInt128)i));
            var numbers = indices.Select(i => permutation[i]).ToList();

            Assert.All(numbers, number => Assert.True(number < count));
            Assert.Equal(400, numbers.Distinct().Count());
        });

    [Fact]
    public void Two_seeds_differ() =>
        Gen.Select(Gen.Int[50, 500], Gen.ULong, Gen.ULong).Where((_, a, b) => a != b).Sample((count, a, b) =>
            Assert.NotEqual(Order(count, a), Order(count, b)));

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 6)]
    [InlineData(4, 24)]
    [InlineData(5, 120)]
    public void All_orders_of_a_few_numbers_come_equally_often(int count, int orders)
    {
        const int Each = 200;
        var found = Enumerable.Range(0, orders * Each).CountBy(seed => string.Join(' ', Order(count, (ulong)seed))).ToList();

        Assert.Equal(orders, found.Count);
        Assert.All(found, order => Assert.InRange(order.Value, Each * 7 / 10, Each * 13 / 10));
    }

    [Fact]
    public void An_index_outside_the_count_has_no_number()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndexPermutation(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndexPermutation(5, 1)[5]);
    }

    private static List<int> Order(int count, ulong seed)
    {
        var permutation = new IndexPermutation((UInt128)count, seed);
        return [.. Enumerable.Range(0, count).Select(i => (int)permutation[(UInt128)i])];
    }
}
