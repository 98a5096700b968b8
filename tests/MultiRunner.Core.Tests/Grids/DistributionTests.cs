using System.Globalization;
using CsCheck;
using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class DistributionTests
{
    private const double AlmostOne = 1 - (1.0 / (1L << 53));

    private static readonly Gen<double> Unit = Gen.OneOf(Gen.Double[0, AlmostOne], Gen.Const(0.0), Gen.Const(AlmostOne));

    private static readonly Gen<double> Positive = Gen.OneOf(
        Gen.Select(Gen.Int[1, 9999], Gen.Int[-12, 12]).Select((n, e) => double.Parse(string.Create(CultureInfo.InvariantCulture, $"{n}E{e}"), CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Double[0.1, 1], Gen.Int[-320, 308]).Select((n, e) => n * Math.Pow(10, e)).Where(v => v > 0));

    private static readonly Gen<double> Any = Gen.OneOf(Gen.Const(0.0), Positive, Positive.Select(v => -v));

    private static readonly Gen<IDistribution> Distributions = Gen.OneOf(
        Ascending(Any).Select(d => (IDistribution)UniformDistribution.Create("axis", d.From, d.To)),
        Ascending(Positive).Select(d => (IDistribution)LogUniformDistribution.Create("axis", d.From, d.To)),
        Gen.Select(Gen.Long, Gen.Long).Where((a, b) => a != b)
            .Select((a, b) => (IDistribution)UniformIntDistribution.Create("axis", Math.Min(a, b), Math.Max(a, b))));

    /// <summary>A change of these numbers would move the points of every sweep that is sampled.</summary>
    [Fact]
    public void The_values_of_a_seed_never_change()
    {
        Assert.Equal([0.37508, 0.39764, 0.00423, 0.12506, 0.4948, 0.16812], Values(UniformDistribution.Create("axis", 0, 0.5), 6));
        Assert.Equal([0.01001, 0.01518, 1.081e-05, 0.0001001, 0.09086, 0.0002213], Values(LogUniformDistribution.Create("axis", 1e-5, 1e-1), 6));
        Assert.Equal([5.6254, 6.2414, 1.0197, 1.7788, 9.7632, 2.1689], Values(LogUniformDistribution.Create("axis", 1, 10), 6));
        Assert.Equal([49L, 51L, 1L, 17L, 64L, 22L], Values(UniformIntDistribution.Create("axis", 1, 64), 6));
    }

    [Fact]
    public void Values_are_within_the_ends_and_never_fall_with_the_coordinate() =>
        Gen.Select(Distributions, Unit, Unit).Sample((distribution, a, b) =>
        {
            var ends = Ends(distribution);
            IComparable low = (IComparable)distribution.At(Math.Min(a, b)), high = (IComparable)distribution.At(Math.Max(a, b));

            Assert.True(ends.From.CompareTo(low) <= 0 && low.CompareTo(high) <= 0 && high.CompareTo(ends.To) <= 0, $"{low}, {high}");
        });

    [Theory]
    [InlineData(0, 0.5, 5)]
    [InlineData(0, 1, 4)]
    [InlineData(-1, 1, 4)]
    [InlineData(1000, 1001, 4)]
    [InlineData(0, 10, 3)]
    [InlineData(0, 20_000, 0)]
    [InlineData(0, 1e-9, 13)]
    public void Uniform_numbers_have_ten_thousand_steps_and_no_more_decimals(double from, double to, int decimals)
    {
        var values = Values(UniformDistribution.Create("axis", from, to), 2_000).Cast<double>().ToList();

        Assert.InRange(values.Distinct().Count(), 1_750, 2_000);
        Assert.All(values, value => Assert.Equal(Math.Round((decimal)value, decimals), (decimal)value));
        Assert.Contains(values, value => (decimal)value % decimal.Parse($"1E{1 - decimals}", NumberStyles.Float, CultureInfo.InvariantCulture) != 0);
    }

    [Theory]
    [InlineData(1e-5, 1e-1, 4)]
    [InlineData(1e-300, 1e300, 4)]
    [InlineData(1, 100, 4)]
    [InlineData(1, 10, 5)]
    [InlineData(1, 1.001, 8)]
    public void Logarithmic_numbers_have_ten_thousand_values_and_no_more_digits(double from, double to, int digits)
    {
        var values = Values(LogUniformDistribution.Create("axis", from, to), 2_000).Cast<double>().ToList();

        Assert.InRange(values.Distinct().Count(), 1_700, 2_000);
        Assert.All(values, value => Assert.InRange(DigitsOf(value), 1, digits));
        Assert.Contains(values, value => DigitsOf(value) == digits);
    }

    [Fact]
    public void The_widest_and_the_narrowest_ranges_have_values()
    {
        var widest = UniformDistribution.Create("axis", double.MinValue, double.MaxValue);
        Assert.Equal([double.MinValue, 0.0, double.MaxValue], [widest.At(0), widest.At(0.5), widest.At(AlmostOne)]);
        Assert.Equal([0.0, double.Epsilon], [UniformDistribution.Create("axis", 0, double.Epsilon).At(0), UniformDistribution.Create("axis", 0, double.Epsilon).At(0.9)]);
        var positive = LogUniformDistribution.Create("axis", double.Epsilon, double.MaxValue);
        Assert.Equal([double.Epsilon, 2.98e-8, 1.795e308], [positive.At(0), positive.At(0.5), positive.At(1 - 1e-6)]);
        Assert.Equal(1.0000000000000002, LogUniformDistribution.Create("axis", 1, 1.0000000000000002).At(0.9));
    }

    [Fact]
    public void Whole_numbers_include_both_ends_of_every_range()
    {
        Assert.Equal([1L, 1L, 2L, 2L], [.. new[] { 0, 0.4999, 0.5, AlmostOne }.Select(UniformIntDistribution.Create("axis", 1, 2).At)]);
        var widest = UniformIntDistribution.Create("axis", long.MinValue, long.MaxValue);
        Assert.Equal([long.MinValue, 0L, long.MaxValue - 2047], [widest.At(0), widest.At(0.5), widest.At(AlmostOne)]);
    }

    [Fact]
    public void Equal_parts_come_up_equally_often()
    {
        AssertEven(UniformDistribution.Create("axis", -3, 7), value => (int)Math.Floor(((double)value + 3) / 10 * 20));
        AssertEven(LogUniformDistribution.Create("axis", 1e-4, 1), value => (int)Math.Floor((Math.Log10((double)value) + 4) * 5));
        AssertEven(UniformIntDistribution.Create("axis", -9, 10), value => (int)((long)value + 9));
        AssertEven(UniformIntDistribution.Create("axis", long.MinValue, long.MaxValue), value => (int)(((Int128)(long)value - long.MinValue) >> 59) * 20 / 32);
    }

    [Fact]
    public void The_fast_logarithmic_number_is_the_exact_one() =>
        Gen.Select(Ascending(Positive), Unit).Sample((ends, coordinate) =>
        {
            var distribution = LogUniformDistribution.Create("axis", ends.From, ends.To);
            if (distribution.Near(coordinate) is { } near)
                Assert.Equal(distribution.Exact(coordinate), near);
        });

    [Fact]
    public void Most_logarithmic_numbers_are_found_the_fast_way()
    {
        var distribution = LogUniformDistribution.Create("axis", 1e-5, 0.1);

        Assert.All(Coordinates(1000), coordinate => Assert.NotNull(distribution.Near(coordinate)));
    }

    /// <summary>100.05 is in the middle between two numbers of four digits, where the fast way cannot tell.</summary>
    [Fact]
    public void A_logarithmic_number_at_a_tie_is_computed_exactly()
    {
        var distribution = LogUniformDistribution.Create("axis", 1, 10_010.0025);

        Assert.Null(distribution.Near(0.5));
        Assert.Equal(100.1, distribution.At(0.5));
    }

    [Fact]
    public void The_text_is_as_it_is_written_in_the_code_in_every_culture()
    {
        foreach (var culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            Assert.Equal("Uniform(-0.25, 0.5)", UniformDistribution.Create("axis", -0.25, 0.5).Text);
            Assert.Equal("LogUniform(1E-05, 0.1)", LogUniformDistribution.Create("axis", 1e-5, 0.1).Text);
            Assert.Equal("UniformInt(-1, 64)", UniformIntDistribution.Create("axis", -1, 64).Text);
            Assert.Equal(-0.0625, UniformDistribution.Create("axis", -0.25, 0.5).At(0.25));
            Assert.Equal(0.001, LogUniformDistribution.Create("axis", 1e-5, 0.1).At(0.5));
        }
    }

    private static void AssertEven(IDistribution distribution, Func<object, int> part)
    {
        var parts = Values(distribution, 20_000).CountBy(part).ToList();

        Assert.Equal(20, parts.Count(p => p.Key is >= 0 and < 20));
        Assert.All(parts.Where(p => p.Value > 5), p => Assert.InRange(p.Value, 500, 2000));
    }

    private static (IComparable From, IComparable To) Ends(IDistribution distribution)
    {
        var ends = distribution.Text.Split('(', ',', ')');
        return (Parse(ends[1]), Parse(ends[2]));

        IComparable Parse(string end) => distribution is UniformIntDistribution
            ? (IComparable)long.Parse(end, CultureInfo.InvariantCulture)
            : double.Parse(end, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<object> Values(IDistribution distribution, int count) => Coordinates(count).Select(distribution.At);

    private static IEnumerable<double> Coordinates(int count) => Points.Of(new RandomSequence(7), 1, count).Select(p => p[0]);

    private static Gen<(double From, double To)> Ascending(Gen<double> ends) =>
        Gen.Select(ends, ends).Where((a, b) => a != b).Select((a, b) => (Math.Min(a, b), Math.Max(a, b)));

    private static int DigitsOf(double value)
    {
        for (var digits = 1; ; digits++)
        {
            if (double.Parse(value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Equals(value))
                return digits;
        }
    }
}
