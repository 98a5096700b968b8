using System.Globalization;
using System.Numerics;
using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class ArgumentJsonTests
{
    private static readonly Dictionary<string, (object? Value, string Json)> Values = new()
    {
        ["null"] = (null, "null"),
        ["true"] = (true, "true"),
        ["false"] = (false, "false"),

        ["byte.MaxValue"] = (byte.MaxValue, "255"),
        ["sbyte.MinValue"] = (sbyte.MinValue, "-128"),
        ["short.MinValue"] = (short.MinValue, "-32768"),
        ["ushort.MaxValue"] = (ushort.MaxValue, "65535"),
        ["int.MinValue"] = (int.MinValue, "-2147483648"),
        ["int.MaxValue"] = (int.MaxValue, "2147483647"),
        ["uint.MaxValue"] = (uint.MaxValue, "4294967295"),
        ["long.MinValue"] = (long.MinValue, "-9223372036854775808"),
        ["long.MaxValue"] = (long.MaxValue, "9223372036854775807"),
        ["ulong.MaxValue"] = (ulong.MaxValue, "18446744073709551615"),
        ["Int128.MinValue"] = (Int128.MinValue, "-170141183460469231731687303715884105728"),
        ["UInt128.MaxValue"] = (UInt128.MaxValue, "340282366920938463463374607431768211455"),
        ["BigInteger"] = (-BigInteger.Pow(10, 40), "-10000000000000000000000000000000000000000"),

        ["double 0"] = (0.0, "0"),
        ["double -0"] = (-0.0, "-0"),
        ["double 1"] = (1.0, "1"),
        ["double 0.1"] = (0.1, "0.1"),
        ["double 0.1 + 0.2"] = (0.1 + 0.2, "0.30000000000000004"),
        ["double 1/3"] = (1.0 / 3, "0.3333333333333333"),
        ["double 1E-05"] = (0.00001, "1E-05"),
        ["double 1E+16"] = (1e16, "10000000000000000"),
        ["double 1E+17"] = (1e17, "1E+17"),
        ["double.MaxValue"] = (double.MaxValue, "1.7976931348623157E+308"),
        ["double.MinValue"] = (double.MinValue, "-1.7976931348623157E+308"),
        ["double.Epsilon"] = (double.Epsilon, "5E-324"),
        ["double.NaN"] = (double.NaN, "\"NaN\""),
        ["double.PositiveInfinity"] = (double.PositiveInfinity, "\"Infinity\""),
        ["double.NegativeInfinity"] = (double.NegativeInfinity, "\"-Infinity\""),
        ["float 0.1"] = (0.1f, "0.1"),
        ["float -0"] = (-0f, "-0"),
        ["float 1/3"] = (1f / 3, "0.33333334"),
        ["float.MaxValue"] = (float.MaxValue, "3.4028235E+38"),
        ["float.NaN"] = (float.NaN, "\"NaN\""),
        ["float.NegativeInfinity"] = (float.NegativeInfinity, "\"-Infinity\""),
        ["Half 0.1"] = ((Half)0.1, "0.1"),
        ["Half.NaN"] = (Half.NaN, "\"NaN\""),

        ["decimal 0.1"] = (0.1m, "0.1"),
        ["decimal 1.0"] = (1.0m, "1"),
        ["decimal 1.00"] = (1.00m, "1"),
        ["decimal 100"] = (100m, "100"),
        ["decimal -0.00"] = (decimal.Negate(0.00m), "0"),
        ["decimal.MaxValue"] = (decimal.MaxValue, "79228162514264337593543950335"),
        ["decimal.MinValue"] = (decimal.MinValue, "-79228162514264337593543950335"),
        ["smallest decimal"] = (0.0000000000000000000000000001m, "0.0000000000000000000000000001"),

        ["empty string"] = ("", "\"\""),
        ["quotes"] = ("say \"hi\"", """
            "say \"hi\""
            """),
        ["backslash"] = (@"C:\temp", """
            "C:\\temp"
            """),
        ["what HTML forbids"] = ("<a href='x'>&</a>/", "\"<a href='x'>&</a>/\""),
        ["control characters"] = ("\0\u0001\b\t\n\f\r\u001F\u007F", """
            "\u0000\u0001\b\t\n\f\r\u001F\u007F"
            """),
        ["letters beyond ASCII"] = ("größe ﻙ 数", "\"größe ﻙ 数\""),
        ["emoji"] = ("a😀b", """
            "a\uD83D\uDE00b"
            """),
        ["line separator"] = ("a\u2028b", """
            "a\u2028b"
            """),
        ["no normalisation"] = ("e\u0301 é", "\"e\u0301 é\""),
        ["Turkish i"] = ("Iıİi", "\"Iıİi\""),
        ["char"] = ('x', "\"x\""),
        ["char quote"] = ('"', """
            "\""
            """),

        ["enum"] = (DayOfWeek.Friday, "\"Friday\""),
        ["enum flags"] = (FileAttributes.Hidden | FileAttributes.ReadOnly, "\"ReadOnly, Hidden\""),
        ["enum without a name"] = ((DayOfWeek)42, "\"42\""),
        ["enum without a name, below 0"] = ((DayOfWeek)(-5), "\"-5\""),
        ["enum flags without a name"] = ((FileAttributes)(-2147483648), "\"-2147483648\""),
        ["enum of ulong"] = ((Huge)ulong.MaxValue, "\"18446744073709551615\""),
        ["enum of ulong, named"] = (Huge.Largest, "\"Largest\""),

        ["DateTime"] = (new DateTime(2024, 2, 29, 13, 5, 6, 7), "\"2024-02-29T13:05:06.0070000\""),
        ["DateTime UTC"] = (new DateTime(2024, 2, 29, 13, 5, 6, DateTimeKind.Utc), "\"2024-02-29T13:05:06.0000000Z\""),
        ["DateTimeOffset"] = (new DateTimeOffset(2024, 2, 29, 13, 5, 6, new TimeSpan(-3, 30, 0).Negate()), "\"2024-02-29T13:05:06.0000000+02:30\""),
        ["DateOnly"] = (new DateOnly(2024, 2, 29), "\"2024-02-29\""),
        ["TimeOnly"] = (new TimeOnly(13, 5, 6, 7), "\"13:05:06.0070000\""),
        ["TimeSpan"] = (new TimeSpan(1, 2, 3, 4, 5), "\"1.02:03:04.0050000\""),
        ["TimeSpan below 0"] = (TimeSpan.FromSeconds(-1.5), "\"-00:00:01.5000000\""),

        ["Guid"] = (new Guid("6F9619FF-8B86-D011-B42D-00C04FC964FF"), "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\""),
        ["Uri"] = (new Uri("HTTP://Example.org/ä?q=1"), "\"HTTP://Example.org/ä?q=1\""),
        ["Version"] = (new Version(1, 2, 3), "\"1.2.3\""),

        ["empty array"] = (Array.Empty<int>(), "[]"),
        ["array"] = (new[] { 64, 32 }, "[64,32]"),
        ["array of doubles"] = (new[] { 0.5, double.NaN, -0.0 }, "[0.5,\"NaN\",-0]"),
        ["array of strings"] = (new string?[] { "a", null }, "[\"a\",null]"),
        ["array of bytes"] = (new byte[] { 1, 255 }, "[1,255]"),
        ["array of arrays"] = (new int[][] { [1], [], [2, 3] }, "[[1],[],[2,3]]"),
        ["array of anything"] = (new object?[] { 1, "1", 1.5, null, new object[] { true } }, "[1,\"1\",1.5,null,[true]]"),
    };

    public static TheoryData<string> Names => [.. Values.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_has_one_text_under_every_culture(string name)
    {
        var (value, json) = Values[name];
        foreach (var culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            Assert.Equal($$"""{"x":{{json}}}""", KeyOf(value));
            Assert.Equal(json, ArgumentJson.TryFormat(value));
        }
    }

    [Fact]
    public void A_local_time_has_no_text_because_its_instant_depends_on_the_machine()
    {
        var local = new DateTime(2024, 2, 29, 13, 5, 6, DateTimeKind.Local);

        foreach (var value in new object[] { local, new[] { default, local }, new object[] { 1, local } })
        {
            Assert.Null(ArgumentJson.TryFormat(value));
            Assert.Equal(
                "S: a time must be the same on every machine, but parameter 'x' got 2024-02-29T13:05:06 of DateTimeKind.Local, whose instant depends on the time zone of the machine. Pass a DateTime of DateTimeKind.Utc, or a DateTimeOffset.",
                Assert.Throws<GridException>(() => KeyOf(value)).Message);
        }
    }

    [Fact]
    public void A_key_names_the_arguments_in_ordinal_order() =>
        Assert.Equal(
            """{"@x":null,"Z":2,"größe":"L","z":1}""",
            PointKey.Of("S", [Parameter("z"), Parameter("größe"), Parameter("@x"), Parameter("Z")], [1, "L", null, 2]));

    [Fact]
    public void A_key_does_not_depend_on_the_order_of_the_parameters() =>
        Assert.Equal(
            PointKey.Of("S", [Parameter("a"), Parameter("b")], [1, 0.5]),
            PointKey.Of("S", [Parameter("b"), Parameter("a")], [0.5, 1]));

    [Fact]
    public void A_text_that_is_not_Unicode_has_no_key()
    {
        // Not from [InlineData]: an attribute in an assembly holds UTF-8, where the compiler has put U+FFFD already.
        foreach (var text in new[] { "\uD83D", "\uDE00", "a\uD83D", "\uDE00\uD83D", "\uD83D\uD83D\uDE00", "😀\uDE00" })
        {
            Assert.Null(ArgumentJson.TryFormat(text));
            Assert.Null(ArgumentJson.TryFormat(new[] { "a", text }));
            Assert.Throws<GridException>(() => KeyOf(text));
        }
    }

    [Theory]
    [InlineData('\uD83D', @"\uD83D")]
    [InlineData('\uDE00', @"\uDE00")]
    public void Half_of_a_surrogate_pair_as_a_char_is_named_in_the_message(char half, string written)
    {
        Assert.Null(ArgumentJson.TryFormat(half));
        Assert.Equal(
            $"S: a text must be valid Unicode, but parameter 'x' got \"{written}\", which has half of a surrogate pair. Remove that half, or pass a name for the text and build it inside the method.",
            Assert.Throws<GridException>(() => KeyOf(half)).Message);
    }

    [Fact]
    public void Values_that_JSON_cannot_carry_have_no_text()
    {
        Assert.Null(ArgumentJson.TryFormat(new int[1, 1]));
        Assert.Null(ArgumentJson.TryFormat(typeof(int)));
        Assert.Null(ArgumentJson.TryFormat((nint)1));
        Assert.Null(ArgumentJson.TryFormat(new object[] { 1, typeof(int) }));
        Assert.Null(ArgumentJson.TryFormat((1, typeof(int))));
    }

    private static string KeyOf(object? value) => PointKey.Of("S", [Parameter("x")], [value]);

    private static Parameter Parameter(string name) => new(name, typeof(object));

    private enum Huge : ulong
    {
        Largest = ulong.MaxValue - 1,
    }
}
