using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class SpacingTests
{
    [Fact]
    public void Range_includes_its_end_and_has_no_rounding_noise() =>
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5], Spacing.Range("axis", 0.1, 0.5, 0.1));
}
