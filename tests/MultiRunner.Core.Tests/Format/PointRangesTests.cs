using MultiRunner.Format;
using Xunit;

namespace MultiRunner.Core.Tests.Format;

public class PointRangesTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0-2", 2, 1, 0)]
    [InlineData("0-1,3,5-6", 6, 0, 1, 3, 5, 5)]
    [InlineData("")]
    public void Neighbours_become_a_range(string text, params int[] points) => Assert.Equal(text, PointRanges.Format(points));

    [Theory]
    [InlineData("3,7", 3, 7)]
    [InlineData("0-2, 9", 0, 1, 2, 9)]
    [InlineData("4-4", 4)]
    public void Lists_and_ranges_are_read(string text, params int[] points) => Assert.Equal(points, PointRanges.TryParse(text, out _));

    [Theory]
    [InlineData("3;7", "3;7")]
    [InlineData("1,-1", "-1")]
    [InlineData("7-3", "7-3")]
    [InlineData("1-2-3", "1-2-3")]
    [InlineData("1,,2", "")]
    [InlineData("0-2000000000", "0-2000000000")]
    [InlineData("4294967296", "4294967296")]
    public void What_is_none_is_named(string text, string part)
    {
        Assert.Null(PointRanges.TryParse(text, out var wrong));
        Assert.Equal(part, wrong);
    }
}
