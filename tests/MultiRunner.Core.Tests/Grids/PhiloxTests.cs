using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class PhiloxTests
{
    /// <summary>The known answers that the authors publish with their library Random123.</summary>
    [Theory]
    [InlineData(0, 0, 0, 0xe169c58d6627e8d5, 0x9b00dbd8bc57ac4c)]
    [InlineData(0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0x41c83b0e408f276d, 0x6d5451fda20bc7c6)]
    [InlineData(0x299f31d0a4093822, 0x85a308d3243f6a88, 0x0370734413198a2e, 0x94fdccebd16cfe09, 0x24126ea15001e420)]
    public void The_known_answers_come_out(ulong key, ulong counterLow, ulong counterHigh, ulong low, ulong high) =>
        Assert.Equal((low, high), Philox.Block(key, counterLow, counterHigh));

    [Fact]
    public void Seed_index_dimension_and_purpose_each_give_other_numbers()
    {
        ulong[] words =
        [
            Philox.Word(1, 1, 1, RandomStream.LatinOrder),
            Philox.Word(2, 1, 1, RandomStream.LatinOrder),
            Philox.Word(1, 2, 1, RandomStream.LatinOrder),
            Philox.Word(1, 1, 2, RandomStream.LatinOrder),
            Philox.Word(1, 1, 1, RandomStream.LatinPosition),
        ];

        Assert.Equal(words, words.Distinct());
    }
}
