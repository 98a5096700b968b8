using System.Globalization;
using System.Numerics;
using CsCheck;
using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class SpacingPropertyTests
{
    private const double LargestWhole = 1L << 53;

    private static readonly Gen<double> Positive = Gen.OneOf(
        Gen.Select(Gen.Int[1, 9999], Gen.Int[-12, 12]).Select((n, e) => double.Parse(string.Create(CultureInfo.InvariantCulture, $"{n}E{e}"), CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Double[0.1, 1], Gen.Int[-300, 300]).Select((n, e) => n * Math.Pow(10, e)));

    private static readonly Gen<double> Any = Gen.OneOf(Gen.Const(0.0), Positive, Positive.Select(v => -v));

    [Fact]
    public void The_ends_are_exact_and_the_values_strictly_monotone() =>
        Gen.Select(Any, Any, Gen.Int[2, 60]).Where((from, to, _) => AreApart(from, to)).Sample((from, to, count) =>
        {
            AssertSpaced(from, to, count, Spacing.Linear("axis", from, to, count));
            if (from != 0 && to != 0 && Math.Sign(from) == Math.Sign(to))
                AssertSpaced(from, to, count, Spacing.Logarithmic("axis", from, to, count));
        });

    [Fact]
    public void A_whole_ratio_gives_whole_numbers()
    {
        var ranges =
            from start in Gen.Int[1, 1000]
            from ratio in Gen.Int[2, 50]
            from count in Gen.Int[2, 54]
            where start * Math.Pow(ratio, count - 1) <= LargestWhole
            select (start, ratio, count);

        ranges.Sample(r =>
        {
            double[] expected = [.. Enumerable.Range(0, r.count).Select(i => (double)(r.start * BigInteger.Pow(r.ratio, i)))];

            Assert.Equal(expected, Spacing.Logarithmic("axis", expected[0], expected[^1], r.count));
            Assert.Equal(expected.Reverse(), Spacing.Logarithmic("axis", expected[^1], expected[0], r.count));
            Assert.Equal(expected.Select(v => -v), Spacing.Logarithmic("axis", -expected[0], -expected[^1], r.count));
        });
    }

    [Fact]
    public void Every_power_of_two_that_a_double_holds_comes_out() =>
        Assert.Equal(Enumerable.Range(0, 54).Select(i => (double)(1L << i)), Spacing.Logarithmic("axis", 1, LargestWhole, 54));

    [Fact]
    public void A_whole_number_within_a_ratio_that_is_not_whole_comes_out() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Int[1, 1000]).Where((a, b) => a != b).Sample((a, b) =>
            Assert.Equal(a * b, Spacing.Logarithmic("axis", (double)a * a, (double)b * b, 7)[3]));

    [Fact]
    public void Decades_are_exact()
    {
        for (var from = -300; from < 300; from += 7)
        {
            for (var count = 2; from + count <= 308; count += 41)
                Assert.Equal(Decades(from, count), Spacing.Logarithmic("axis", Decade(from), Decade(from + count - 1), count));
        }
    }

    [Fact]
    public void A_short_decimal_comes_out_as_it_is_written() =>
        Gen.Select(Gen.Int[-100_000, 100_000], Gen.Int[1, 1000], Gen.Int[2, 100], Gen.Int[0, 12]).Sample((from, step, count, places) =>
        {
            double[] expected = [.. Enumerable.Range(0, count).Select(i => double.Parse(string.Create(CultureInfo.InvariantCulture, $"{from + (i * step)}E-{places}"), CultureInfo.InvariantCulture))];

            Assert.Equal(expected, Spacing.Linear("axis", expected[0], expected[^1], count));
            Assert.Equal(expected, Spacing.Range("axis", expected[0], expected[^1], double.Parse(string.Create(CultureInfo.InvariantCulture, $"{step}E-{places}"), CultureInfo.InvariantCulture)));
        });

    [Fact]
    public void Values_for_a_float_a_Half_and_a_decimal_have_the_short_text_too()
    {
        Assert.Equal(["0.001", "0.01", "0.1"], Keys(typeof(float), Spacing.Logarithmic("axis", 0.001, 0.1, 3)));
        Assert.Equal(["0.1", "0.2", "0.3", "0.4"], Keys(typeof(float), Spacing.Linear("axis", 0.1, 0.4, 4)));
        Assert.Equal(["0.1", "0.2", "0.3", "0.4"], Keys(typeof(Half), Spacing.Linear("axis", 0.1, 0.4, 4)));
        Assert.Equal(["0.1", "0.2", "0.3", "0.4"], Keys(typeof(decimal), Spacing.Range("axis", 0.1, 0.4, 0.1)));
        Assert.Equal(["1", "3.1622777", "10"], Keys(typeof(float), Spacing.Logarithmic("axis", 1, 10, 3)));
        Assert.Equal(["1", "3.162", "10"], Keys(typeof(Half), Spacing.Logarithmic("axis", 1, 10, 3)));
        Assert.Equal(["1", "3.16227766016838", "10"], Keys(typeof(decimal), Spacing.Logarithmic("axis", 1, 10, 3)));
        Type[] whole = [typeof(short), typeof(int), typeof(long), typeof(ulong), typeof(Int128), typeof(UInt128), typeof(BigInteger)];
        foreach (var type in new[] { typeof(Half), typeof(float), typeof(double), typeof(decimal) }.Concat(whole))
            Assert.Equal(["32", "64", "128", "256", "512", "1024"], Keys(type, Spacing.Logarithmic("axis", 32, 1024, 6)));
    }

    private static IEnumerable<string?> Keys(Type type, double[] values) => values.Select(value =>
    {
        Assert.True(ArgumentConverter.TryConvert(value, type, out var converted));
        return ArgumentJson.TryFormat(converted);
    });

    private static bool AreApart(double a, double b) => Math.Abs(a - b) > 1e-12 * Math.Max(Math.Abs(a), Math.Abs(b));

    private static void AssertSpaced(double from, double to, int count, double[] values)
    {
        Assert.Equal(count, values.Length);
        Assert.Equal((from, to), (values[0], values[^1]));
        for (var i = 1; i < count; i++)
            Assert.Equal(to.CompareTo(from), values[i].CompareTo(values[i - 1]));
    }

    private static double[] Decades(int from, int count) => [.. Enumerable.Range(from, count).Select(Decade)];

    private static double Decade(int power) => double.Parse(string.Create(CultureInfo.InvariantCulture, $"1E{power}"), CultureInfo.InvariantCulture);
}
