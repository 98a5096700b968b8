using MultiRunner.Results;
using Xunit;

namespace MultiRunner.Core.Tests.Results;

/// <summary>Some values of a curve, for a picture of it.</summary>
public class CurveThinningTests
{
    [Theory]
    [InlineData(5, 5, "0 1 2 3 4")]
    [InlineData(5, 6, "0 2 4 5")]
    [InlineData(5, 9, "0 2 4 6 8")]
    [InlineData(5, 10, "0 4 8 9")]
    [InlineData(4, 5, "0 2 4")]
    [InlineData(4, 7, "0 2 4 6")]
    [InlineData(4, 8, "0 4 7")]
    [InlineData(2, 100, "0 99")]
    [InlineData(8, 1, "0")]
    [InlineData(8, 0, "")]
    public void Every_kth_value_is_kept_with_the_first_and_the_last(int most, int steps, string kept) =>
        Assert.Equal(kept, string.Join(' ', Thinned(most, steps).Select(p => p.Step)));

    [Fact]
    public void There_are_never_more_than_asked_for_and_never_less_than_half()
    {
        for (var most = 2; most <= 40; most++)
        {
            for (var steps = 1; steps <= 500; steps++)
            {
                var kept = Thinned(most, steps);
                Assert.InRange(kept.Count, Math.Min(steps, (most + 1) / 2), Math.Min(steps, most));
                Assert.Equal((0, steps - 1), (kept[0].Step, kept[^1].Step));
                var strides = kept.Zip(kept.Skip(1), (a, b) => b.Step - a.Step).ToList();
                Assert.All(strides.SkipLast(1), stride => Assert.Equal(strides[0], stride));
                Assert.InRange(strides.LastOrDefault(), 0, strides.FirstOrDefault());
            }
        }
    }

    private static IReadOnlyList<CurvePoint> Thinned(int most, int steps)
    {
        var thinning = new CurveThinning(most);
        for (var step = 0; step < steps; step++)
            thinning.Add(new CurvePoint(step, step / 10.0));
        return thinning.Kept;
    }
}
