using System.Numerics;
using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class ArgumentConverterTests
{
    [Fact]
    public void A_value_of_the_right_type_stays_as_it_is()
    {
        AssertConverted(1, 1, typeof(int));
        AssertConverted("1", "1", typeof(string));
        AssertConverted("1", "1", typeof(object));
        AssertConverted(1, 1, typeof(int?));
        AssertConverted(double.NaN, double.NaN, typeof(double));
    }

    [Fact]
    public void Null_fits_what_can_be_null()
    {
        AssertConverted(null, null, typeof(string));
        AssertConverted(null, null, typeof(int?));
        AssertRefused(null, typeof(int));
    }

    [Fact]
    public void The_items_of_a_tuple_are_converted_each_to_its_own_type()
    {
        AssertConverted((1.0, 2), (1, 2), typeof((double, int)));
        AssertConverted((1.0, 2), (1, 2), typeof((double, int)?));
        AssertConverted(((1m, "a"), FileAttributes.Hidden), ((1, "a"), "Hidden"), typeof(((decimal, string), FileAttributes)));
        AssertConverted(
            (1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L),
            (1, 2, 3, 4, 5, 6, 7, 8, 9),
            typeof((long, long, long, long, long, long, long, long, long)));
        AssertConverted((1, (int?)null), (1, (string?)null), typeof((int, int?)));
        AssertConverted(null, null, typeof((int, int)?));
        AssertRefused((1.5, 2), typeof((int, int)));
        AssertRefused((1, 2, 3), typeof((int, int)));
        AssertRefused((1, (string?)null), typeof((int, int)));
        AssertRefused(Tuple.Create(1, 2), typeof((double, int)));
        AssertRefused(1, typeof((int, int)));
    }

    [Fact]
    public void The_names_of_flags_stand_in_one_text()
    {
        AssertConverted(FileAttributes.Hidden | FileAttributes.ReadOnly, "Hidden, ReadOnly", typeof(FileAttributes));
        AssertConverted(FileAttributes.Hidden | FileAttributes.ReadOnly, "ReadOnly,Hidden", typeof(FileAttributes?));
        AssertConverted((FileAttributes)9, 9, typeof(FileAttributes));
        AssertRefused("Hidden, readonly", typeof(FileAttributes));
        AssertRefused("Hidden,", typeof(FileAttributes));
        AssertRefused("Monday, Friday", typeof(DayOfWeek));
        AssertRefused("1", typeof(FileAttributes));
        Assert.EndsWith(
            "Write one of them, or several with commas between them.",
            ArgumentConverter.RemedyFor(["Hidden, readonly"], typeof(FileAttributes)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_becomes_another_kind_of_number_when_nothing_is_lost()
    {
        AssertConverted(1.0, 1, typeof(double));
        AssertConverted(1.0, 1, typeof(double?));
        AssertConverted(1f, 1L, typeof(float));
        AssertConverted(2m, 2, typeof(decimal));
        AssertConverted((byte)255, 255, typeof(byte));
        AssertConverted(3, 3.0, typeof(int));
        AssertConverted(ulong.MaxValue, ulong.MaxValue, typeof(ulong));
        AssertConverted(new BigInteger(-5), -5, typeof(BigInteger));
        AssertConverted(float.NaN, double.NaN, typeof(float));
        AssertConverted(float.NegativeInfinity, double.NegativeInfinity, typeof(float));
    }

    [Fact]
    public void Half_and_the_largest_whole_numbers_are_numbers_like_any_other()
    {
        AssertConverted((Half)0.1, 0.1, typeof(Half));
        AssertConverted((Half)0.1, 0.1f, typeof(Half));
        AssertConverted((Half)1, 1, typeof(Half?));
        AssertConverted(Half.NaN, double.NaN, typeof(Half));
        AssertConverted((Int128)(-5), -5, typeof(Int128));
        AssertConverted((Int128)3, 3.0, typeof(Int128));
        AssertConverted((UInt128)ulong.MaxValue, ulong.MaxValue, typeof(UInt128));
        AssertConverted(Int128.MinValue, "-170141183460469231731687303715884105728", typeof(Int128));
        AssertConverted(UInt128.MaxValue, "340282366920938463463374607431768211455", typeof(UInt128));
        AssertConverted(5L, (Int128)5, typeof(long));
        AssertConverted(new BigInteger(3), 3.0, typeof(BigInteger));
    }

    [Fact]
    public void A_double_for_a_float_or_a_decimal_is_meant_as_it_is_written()
    {
        AssertConverted(0.1f, 0.1, typeof(float));
        AssertConverted(0.1m, 0.1, typeof(decimal));
        AssertConverted(0f, 0.0, typeof(float));
        AssertConverted(0m, 0.0, typeof(decimal));
    }

    [Fact]
    public void A_number_that_would_change_is_refused()
    {
        AssertRefused(1.5, typeof(int));
        AssertRefused(256, typeof(byte));
        AssertRefused(-1, typeof(uint));
        AssertRefused(16_777_217, typeof(float));
        AssertRefused(long.MaxValue, typeof(double));
        AssertRefused(1.5, typeof(BigInteger));
        AssertRefused(2049, typeof(Half));
        AssertRefused(-1, typeof(UInt128));
        AssertRefused(1.5, typeof(Int128));
        AssertRefused(2.5m, typeof(int));
        AssertRefused(0.1234567890123456789m, typeof(double));
        AssertRefused(double.NaN, typeof(int));
        AssertRefused(double.PositiveInfinity, typeof(decimal));
        AssertRefused(1, typeof(bool));
        AssertRefused(1, typeof(string));
        AssertRefused('a', typeof(int));
        AssertRefused(true, typeof(int));
    }

    [Fact]
    public void A_double_beyond_the_range_of_a_float_or_a_decimal_is_refused()
    {
        AssertRefused(1e300, typeof(float));
        AssertRefused(-1e300, typeof(float));
        AssertRefused(1e-60, typeof(float));
        AssertRefused(1e30, typeof(decimal));
        AssertRefused(1e-40, typeof(decimal));
        AssertRefused(1e300, typeof(Half));
        AssertRefused(65_536.0, typeof(Half));
        AssertRefused(1e-9, typeof(Half));
    }

    [Fact]
    public void A_decimal_has_every_digit_that_was_written_or_is_refused()
    {
        AssertConverted(0.1234567890123456m, 0.1234567890123456, typeof(decimal));
        AssertConverted(1.5m, " +15.0e-1 ", typeof(decimal));
        AssertConverted(0m, "-0.00", typeof(decimal));
        AssertConverted(0.0000000000000000000000000001m, "1e-28", typeof(decimal));
        AssertRefused("1e-29", typeof(decimal));
        AssertRefused("1e-2000000000", typeof(decimal));
        AssertRefused("0.12345678901234567890123456789012", typeof(decimal));
        AssertRefused(1.2345678901234567e-20, typeof(decimal));
    }

    [Fact]
    public void A_date_is_written_in_full_because_the_rest_would_come_from_the_clock()
    {
        foreach (var text in new[] { "13:05", "29 February", "02/29/2024", "2024-02", "tomorrow" })
        {
            AssertRefused(text, typeof(DateTime));
            AssertRefused(text, typeof(DateTimeOffset));
            AssertRefused(text, typeof(DateOnly));
        }

        Assert.Equal("Write it in full in ISO 8601, such as \"2024-02-29T13:05:00Z\", or change the type of the parameter.", ArgumentConverter.RemedyFor(["13:05"], typeof(DateTime?)));
        Assert.Equal("Write it in full in ISO 8601, such as \"2024-02-29\", or change the type of the parameter.", ArgumentConverter.RemedyFor(["x"], typeof(DateOnly)));
        Assert.Equal("Change the value, or the type of the parameter.", ArgumentConverter.RemedyFor([2.5], typeof(int)));
    }

    [Fact]
    public void A_local_time_is_no_DateTimeOffset() =>
        AssertRefused(new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Local), typeof(DateTimeOffset));

    [Fact]
    public void An_enum_is_given_by_name_or_number()
    {
        AssertConverted(DayOfWeek.Friday, "Friday", typeof(DayOfWeek));
        AssertConverted(DayOfWeek.Friday, 5, typeof(DayOfWeek?));
        AssertConverted((FileAttributes)3, 3ul, typeof(FileAttributes));
        AssertConverted((Small)200, 200, typeof(Small));
        AssertRefused(300, typeof(Small));
        AssertRefused(-1, typeof(Small));
        AssertRefused(1L << 32, typeof(DayOfWeek));
        AssertRefused("friday", typeof(DayOfWeek));
        AssertRefused("5", typeof(DayOfWeek));
        AssertRefused(" Friday", typeof(DayOfWeek));
        AssertRefused("Friday ", typeof(DayOfWeek?));
        AssertRefused("Monday,Friday", typeof(DayOfWeek));
        AssertRefused("", typeof(DayOfWeek));
        AssertRefused(5.0, typeof(DayOfWeek));
    }

    [Fact]
    public void What_attributes_cannot_hold_is_given_as_text_and_read_alike_under_every_culture()
    {
        foreach (var culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            AssertConverted(0.1m, "0.1", typeof(decimal));
            AssertConverted(-BigInteger.Pow(10, 30), "-1000000000000000000000000000000", typeof(BigInteger));
            AssertConverted(new DateTime(2024, 2, 29, 13, 5, 0, DateTimeKind.Utc), "2024-02-29T13:05:00Z", typeof(DateTime));
            AssertConverted(new DateTimeOffset(2024, 2, 29, 13, 5, 0, TimeSpan.Zero), "2024-02-29T13:05:00", typeof(DateTimeOffset));
            AssertConverted(new DateOnly(2024, 2, 29), "2024-02-29", typeof(DateOnly));
            AssertConverted(new TimeOnly(13, 5), "13:05", typeof(TimeOnly));
            AssertConverted(TimeSpan.FromSeconds(-1.5), "-00:00:01.5", typeof(TimeSpan));
            AssertConverted(new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff"), "6f9619ff-8b86-d011-b42d-00c04fc964ff", typeof(Guid));
            AssertConverted(new Version(1, 2), "1.2", typeof(Version));
            AssertConverted(new Uri("a/b", UriKind.Relative), "a/b", typeof(Uri));
            AssertRefused("0,1", typeof(decimal));
            AssertRefused("2024-02-30", typeof(DateOnly));
            AssertRefused("x", typeof(Guid));
            AssertRefused("1", typeof(int));
        }
    }

    private enum Small : byte
    {
        Zero,
    }

    private static void AssertConverted(object? expected, object? value, Type type)
    {
        Assert.True(ArgumentConverter.TryConvert(value, type, out var converted));
        Assert.Equal(expected, converted);
        Assert.Equal(expected?.GetType(), converted?.GetType());
    }

    [Fact]
    public void An_array_of_another_sign_is_no_array_of_the_type()
    {
        AssertRefused(new uint[] { 4_000_000_000 }, typeof(int[]));
        AssertRefused(new[] { DayOfWeek.Friday }, typeof(int[]));
    }

    private static void AssertRefused(object? value, Type type) => Assert.False(ArgumentConverter.TryConvert(value, type, out _));
}
