using CsCheck;
using MultiRunner.Reports.Comparing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports.Comparing;

public class ComparisonPropertyTests
{
    /// <summary>Small whole numbers, so that equal values and equal differences happen often; null is a point that has failed.</summary>
    private static readonly Gen<double?[][]> Sweeps =
        Gen.Frequency((9, Gen.Int[1, 9].Select(v => (double?)(v / 4.0))), (1, Gen.Const((double?)null))).Array[1, 4].Array[1, 5];

    [Fact]
    public void A_sweep_compared_with_itself_has_nothing_to_tell() => Sweeps.Sample(values =>
    {
        var comparison = Side.Compare(Of(values), Of(values), "accuracy < 0", "accuracy > 0");

        Assert.All(comparison.Configurations, c => Assert.Contains(c.Verdict, new[] { Verdict.Same, Verdict.NotCompared }));
        Assert.True(comparison.Overall is null or { Change: 0 });
        Assert.All(comparison.Conditions, outcome => Assert.False(outcome.IsMet));
    });

    [Fact]
    public void Swapped_sides_are_the_mirror_image() => Sweeps.Select(Sweeps).Sample((one, other) =>
    {
        var forth = Side.Compare(Of(one), Of(other));
        var back = Side.Compare(Of(other), Of(one));

        Assert.Equal(
            forth.Configurations.Select(c => (c.Values[0]!.Value.Text, Mirrored(c.Verdict), Rounded(c.P))).Order(),
            back.Configurations.Select(c => (c.Values[0]!.Value.Text, c.Verdict, Rounded(c.P))).Order());
        Assert.All(
            forth.Configurations.Where(c => c.Difference is not null),
            c => Assert.Equal(-c.Difference!.Value, back.Configurations.Single(b => b.Values[0] == c.Values[0]).Difference!.Value, 1e-12));
    });

    /// <summary>A condition with the limit 0 says of each configuration what the verdict says.</summary>
    [Fact]
    public void No_change_as_a_limit_is_the_verdict() => Sweeps.Select(Sweeps).Sample((one, other) =>
    {
        var comparison = Side.Compare(Of(one), Of(other), "accuracy < 0");

        Assert.Equal(
            comparison.Configurations.Where(c => c.Verdict == Verdict.Worse).Select(c => c.Values[0]!.Value.Text).Order(),
            comparison.Conditions[0].Findings.Where(f => f.Kind == FindingKind.BeyondNoise).Select(f => f.Configuration.Values[0]!.Value.Text).Order());
    });

    private static Side Of(double?[][] values)
    {
        var side = new Side();
        for (var i = 0; i < values.Length; i++)
            side.With(i, values[i]);
        return side;
    }

    /// <summary>The sums of Welch's test are in another order when the sides are swapped.</summary>
    private static double? Rounded(double? p) => p is { } value ? Math.Round(value, 12) : null;

    private static Verdict Mirrored(Verdict verdict) => verdict switch
    {
        Verdict.Worse => Verdict.Better,
        Verdict.Better => Verdict.Worse,
        Verdict.New => Verdict.Gone,
        Verdict.Gone => Verdict.New,
        _ => verdict,
    };
}
