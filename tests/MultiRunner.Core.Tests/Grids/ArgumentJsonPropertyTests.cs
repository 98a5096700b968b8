using System.Numerics;
using System.Text.Json;
using CsCheck;
using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class ArgumentJsonPropertyTests
{
    // Few values near one another, so that two draws are often equal and more often nearly so.
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf("", "a", "A", "\"", "\\", "\\\"", "é", "e\u0301", "😀", "\uFFFD", "null", "1", "\0", "\u2028"),
        Gen.String.Where(IsUnicode));

    private static readonly Gen<double> Double = Gen.OneOf(
        Gen.OneOf(0.0, -0.0, 1, 0.1, 0.1 + 0.2, 0.3, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue),
        Gen.Double,
        Gen.Long.Select(BitConverter.Int64BitsToDouble));

    private static readonly Gen<float> Float = Gen.OneOf(Gen.Float, Gen.UInt.Select(BitConverter.UInt32BitsToSingle));

    [Fact]
    public void A_double_comes_back_bit_for_bit() =>
        Double.Where(double.IsFinite).Sample(value =>
            BitConverter.DoubleToInt64Bits(Parse(value).GetDouble()) == BitConverter.DoubleToInt64Bits(value));

    [Fact]
    public void A_float_comes_back_bit_for_bit() =>
        Float.Where(float.IsFinite).Sample(value =>
            BitConverter.SingleToInt32Bits(Parse(value).GetSingle()) == BitConverter.SingleToInt32Bits(value));

    [Fact]
    public void A_long_a_ulong_and_a_decimal_come_back() =>
        Gen.Select(Gen.Long, Gen.ULong, Gen.Decimal).Sample((a, b, c) =>
            Parse(a).GetInt64() == a && Parse(b).GetUInt64() == b && Parse(c).GetDecimal() == c);

    [Fact]
    public void A_text_comes_back() =>
        Text.Sample(value => Parse(value).GetString() == value);

    [Fact]
    public void Doubles_have_equal_keys_when_they_are_equal_bit_for_bit_or_both_NaN() =>
        Gen.Select(Double, Double).Sample((a, b) =>
            (Key(a) == Key(b)) == ((double.IsNaN(a) && double.IsNaN(b)) || BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b)));

    [Fact]
    public void Texts_have_equal_keys_when_they_are_equal() =>
        Gen.Select(Text, Text).Sample((a, b) => (Key(a) == Key(b)) == string.Equals(a, b, StringComparison.Ordinal));

    [Fact]
    public void Decimals_have_equal_keys_when_they_are_equal_however_many_zeros_they_end_in()
    {
        var scaled = Gen.Select(Gen.Int[-1000, 1000], Gen.Byte[0, 3], Gen.Int[0, 3]).Select((n, scale, zeros) =>
            new decimal(Math.Abs(n), 0, 0, n < 0, scale) * (1 + (new decimal(0, 0, 0, false, (byte)zeros))));

        Gen.Select(scaled, scaled).Sample((a, b) => (Key(a) == Key(b)) == (a == b));
    }

    [Fact]
    public void Arrays_have_equal_keys_when_their_items_are_equal()
    {
        var array = Gen.OneOf("a", "a,b", "\"", "[", "", "\",\"").Array[0, 3];

        Gen.Select(array, array).Sample((a, b) => (Key(a) == Key(b)) == a.SequenceEqual(b));
    }

    [Fact]
    public void Two_arguments_are_never_mistaken_for_one_another() =>
        Gen.Select(Text, Text, Text, Text).Sample((a, b, c, d) => (Key(a, b) == Key(c, d)) == (a == c && b == d));

    [Fact]
    public void A_big_integer_is_written_in_full() =>
        Gen.Byte.Array[0, 40].Select(bytes => new BigInteger(bytes)).Sample(value =>
            BigInteger.Parse(Parse(value).GetRawText(), System.Globalization.CultureInfo.InvariantCulture) == value);

    [Fact]
    public void A_grid_has_as_many_points_as_the_product_of_its_axes_and_finds_each_of_them()
    {
        var axes = Gen.Int[1, 5].Array[0, 4].Select(sizes => sizes
            .Select((size, a) => new Axis(new Parameter($"p{a}", typeof(int)), [.. Enumerable.Range(0, size).Select(i => (object?)(i * i))]))
            .ToArray());

        axes.Sample(
            a =>
            {
                var grid = Grid.FromAxes("S", a);
                Assert.Equal(a.Aggregate(1, (product, axis) => product * axis.Values.Count), grid.Points.Count);
                Assert.Equal(grid.Points.Count, grid.Points.Select(p => p.Key).Distinct().Count());
                Assert.All(grid.Points, p => Assert.Equal(p.Index, grid.IndexOf(p.Key)));
                Assert.Equal(Enumerable.Range(0, grid.Points.Count), grid.Points.Select(p => p.Index));
                for (var i = 1; i < grid.Points.Count; i++)
                    Assert.True(Compare(grid.Points[i - 1], grid.Points[i]) < 0);
            },
            iter: 200);
    }

    [Fact]
    public void A_range_stays_between_its_ends_and_grows() =>
        Gen.Select(Gen.Int[-1000, 1000], Gen.Int[0, 300], Gen.Int[1, 50], Gen.OneOf(1m, 10m, 100m, 1000m)).Sample((from, length, step, unit) =>
        {
            decimal first = from / unit, last = (from + length) / unit, by = step / unit;
            var expected = Enumerable.Range(0, (length / step) + 1).Select(i => (double)(first + (i * by)));

            Assert.Equal(expected, Spacing.Range("axis", (double)first, (double)last, (double)by));
        });

    private static int Compare(GridPoint a, GridPoint b) =>
        a.Arguments.Zip(b.Arguments, (x, y) => ((int)x!).CompareTo((int)y!)).FirstOrDefault(order => order != 0);

    private static JsonElement Parse(object value)
    {
        using var document = JsonDocument.Parse(Key(value));
        return document.RootElement.GetProperty("p0").Clone();
    }

    private static string Key(params object[] values) =>
        PointKey.Of("S", [.. values.Select((_, i) => new Parameter($"p{i}", typeof(object)))], values);

    private static string Key(string[] array) => Key([(object)array]);

    private static bool IsUnicode(string text) => text.EnumerateRunes().All(r => r != System.Text.Rune.ReplacementChar);
}
