using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Serialization;
using MultiRunner.Results;
using Xunit;

namespace MultiRunner.Core.Tests.Results;

/// <summary>What each kind of return value is recorded as, under every culture.</summary>
public class ReturnShapeTests
{
    private static readonly Dictionary<string, (object? Value, double Result)> Numbers = new()
    {
        ["byte"] = ((byte)255, 255),
        ["sbyte"] = ((sbyte)-128, -128),
        ["short"] = ((short)-5, -5),
        ["ushort"] = ((ushort)5, 5),
        ["int"] = (-7, -7),
        ["uint"] = (7u, 7),
        ["long"] = (long.MinValue, -9.2233720368547758E+18),
        ["ulong"] = (1UL << 63, 9.2233720368547758E+18),
        ["Int128"] = (Int128.MinValue, -1.7014118346046923E+38),
        ["UInt128"] = ((UInt128)1 << 127, 1.7014118346046923E+38),
        ["BigInteger"] = (BigInteger.Pow(-10, 21), -1E+21),
        ["Half"] = ((Half)0.5, 0.5),
        ["Half is read as it is written"] = ((Half)0.1, 0.1),
        ["Half that is whole"] = ((Half)10008, 10008),
        ["Half.MaxValue"] = (Half.MaxValue, 65504),
        ["Half.NaN"] = (Half.NaN, double.NaN),
        ["Half.NegativeInfinity"] = (Half.NegativeInfinity, double.NegativeInfinity),
        ["Half -0"] = ((Half)(-0.0), -0.0),
        ["Half.Epsilon"] = (Half.Epsilon, 6E-08),
        ["float is read as it is written"] = (0.1f, 0.1),
        ["float that is whole"] = (134217744f, 134217744),
        ["float -0"] = (-0f, -0.0),
        ["float beyond fractions"] = (1e30f, 1e30),
        ["float.MaxValue"] = (float.MaxValue, 3.4028235E+38),
        ["float.NaN"] = (float.NaN, double.NaN),
        ["float.NegativeInfinity"] = (float.NegativeInfinity, double.NegativeInfinity),
        ["double"] = (0.1, 0.1),
        ["double -0"] = (-0.0, -0.0),
        ["double.NaN"] = (double.NaN, double.NaN),
        ["double.PositiveInfinity"] = (double.PositiveInfinity, double.PositiveInfinity),
        ["decimal"] = (0.1m, 0.1),
        ["true"] = (true, 1),
        ["false"] = (false, 0),
        ["TimeSpan, in seconds"] = (TimeSpan.FromMilliseconds(-1500), -1.5),
    };

    private static readonly Dictionary<string, (object Value, string Detail)> Texts = new()
    {
        ["string"] = ("grün", "grün"),
        ["empty string"] = ("", ""),
        ["char"] = ('x', "x"),
        ["enum"] = (DayOfWeek.Friday, "Friday"),
        ["enum flags"] = (FileAttributes.Hidden | FileAttributes.ReadOnly, "ReadOnly, Hidden"),
        ["enum without a name"] = ((DayOfWeek)(-5), "-5"),
        ["DateTime"] = (new DateTime(2024, 2, 29, 13, 5, 6, DateTimeKind.Utc), "2024-02-29T13:05:06.0000000Z"),
        ["DateTimeOffset"] = (new DateTimeOffset(2024, 2, 29, 13, 5, 6, TimeSpan.FromHours(2)), "2024-02-29T13:05:06.0000000+02:00"),
        ["DateOnly"] = (new DateOnly(2024, 2, 29), "2024-02-29"),
        ["TimeOnly"] = (new TimeOnly(13, 5, 6), "13:05:06.0000000"),
        ["Guid"] = (new Guid("6F9619FF-8B86-D011-B42D-00C04FC964FF"), "6f9619ff-8b86-d011-b42d-00c04fc964ff"),
        ["Version"] = (new Version(1, 2, 3), "1.2.3"),
        ["Uri"] = (new Uri("https://example.org/ä"), "https://example.org/ä"),
    };

    public static TheoryData<string> NumberNames => [.. Numbers.Keys];

    public static TheoryData<string> TextNames => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(NumberNames))]
    public void A_number_is_the_metric_result(string name)
    {
        var (value, result) = Numbers[name];
        foreach (var culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            var metrics = Record(value!.GetType(), value);
            Assert.Equal([KeyValuePair.Create("result", BitConverter.DoubleToInt64Bits(result))], Bits(metrics));
            Assert.Null(metrics.Details);
        }
    }

    [Theory]
    [MemberData(nameof(TextNames))]
    public void A_text_is_the_detail_result(string name)
    {
        var (value, detail) = Texts[name];
        foreach (var culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            var metrics = Record(value.GetType(), value);
            Assert.Empty(metrics.Metrics);
            Assert.Equal([KeyValuePair.Create("result", detail)], metrics.Details!);
        }
    }

    [Fact]
    public void Nothing_is_recorded_for_void_and_for_null()
    {
        Assert.Empty(Record(typeof(void), null).Metrics);
        Assert.Empty(Record(typeof(double?), null).Metrics);
        Assert.Null(Record(typeof(string), null).Details);
        Assert.Empty(Record(typeof(Scores), null).Metrics);
        Assert.Empty(Record(typeof(Dictionary<string, double>), null).Metrics);
        Assert.Empty(Record(typeof((int, int)?), null).Metrics);
    }

    [Fact]
    public void A_nullable_is_what_it_holds()
    {
        Assert.Equal([new("result", 2)], Record<int?>(2).Metrics);
        Assert.Equal([new("result", 1)], Record<bool?>(true).Metrics);
        Assert.Equal([new("result", "Friday")], Record<DayOfWeek?>(DayOfWeek.Friday).Details!);
        Assert.Equal([new("item1", 1), new("item2", 2)], Record<(int, int)?>((1, 2)).Metrics);
        Assert.Equal([new("x", 1), new("y", 2)], Record<Vector?>(new Vector(1, 2)).Metrics);
    }

    [Fact]
    public void A_tuple_is_its_elements_by_the_names_in_the_code()
    {
        var metrics = Record(typeof((double, double, string)), (0.9, 0.1, "adam"), "accuracy", "LogLoss", "optimizer");

        Assert.Equal([new("accuracy", 0.9), new("logLoss", 0.1)], metrics.Metrics);
        Assert.Equal([new("optimizer", "adam")], metrics.Details!);
    }

    [Fact]
    public void A_tuple_without_names_is_its_elements_by_number()
    {
        Assert.Equal([new("item1", 0.9), new("item2", 5)], Record((0.9, 5)).Metrics);
        Assert.Equal([new("item1", 0.9)], Record(ValueTuple.Create(0.9)).Metrics);
    }

    [Fact]
    public void A_tuple_may_name_some_elements_only() =>
        Assert.Equal(
            [new("a", 1), new("item2", 2), new("c", 3)],
            Record(typeof((int, int, int)), (1, 2, 3), "a", null, "c").Metrics);

    [Fact]
    public void A_tuple_may_have_more_than_seven_elements() =>
        Assert.Equal(
            [new("a", 1), new("b", 2), new("c", 3), new("d", 4), new("e", 5), new("f", 6), new("g", 7), new("h", 8), new("i", 9)],
            Record(
                typeof((int, int, int, int, int, int, int, int, int)),
                (1, 2, 3, 4, 5, 6, 7, 8, 9),
                // As the compiler lists them: all elements, then those of the tuple that holds the eighth and ninth.
                "a", "b", "c", "d", "e", "f", "g", "h", "i", null, null).Metrics);

    [Fact]
    public void A_tuple_may_have_more_than_fourteen_elements() =>
        Assert.Equal(
            Enumerable.Range(1, 16).Select(i => KeyValuePair.Create($"item{i}", (double)i)),
            Record((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)).Metrics);

    [Fact]
    public void A_class_tuple_is_its_elements_by_number() =>
        Assert.Equal([new("item1", 1), new("item2", 2)], Record(Tuple.Create(1, 2)).Metrics);

    [Fact]
    public void A_record_is_its_properties()
    {
        var metrics = Record(new Scores(0.9, 0.1f, TimeSpan.FromMinutes(2), true, DayOfWeek.Monday, "a note"));

        Assert.Equal([new("accuracy", 0.9), new("logLoss", 0.1), new("trainingTime", 120), new("converged", 1)], metrics.Metrics);
        Assert.Equal([new("day", "Monday"), new("note", "a note")], metrics.Details!);
    }

    [Fact]
    public void A_property_that_is_null_is_left_out()
    {
        var metrics = Record(new Scores(0.9, null, TimeSpan.Zero, false, DayOfWeek.Monday, null));

        Assert.Equal([new("accuracy", 0.9), new("trainingTime", 0), new("converged", 0)], metrics.Metrics);
        Assert.Equal([new("day", "Monday")], metrics.Details!);
    }

    [Fact]
    public void A_record_struct_is_its_properties() =>
        Assert.Equal([new("x", 1), new("y", 2)], Record(new Vector(1, 2)).Metrics);

    [Fact]
    public void An_anonymous_type_is_its_properties() =>
        Assert.Equal([new("loss", 0.5), new("epochs", 3)], Record(new { Loss = 0.5, Epochs = 3 }).Metrics);

    [Fact]
    public void A_class_is_its_public_readable_properties_and_its_public_fields() =>
        Assert.Equal([new("property", 1), new("onlyGet", 2), new("field", 3)], Record(new AllKindsOfMembers()).Metrics);

    [Fact]
    public void JsonIgnore_leaves_a_member_out_unless_it_has_a_condition() =>
        Assert.Equal([new("kept", 1), new("sometimes", 2), new("never", 3)], Record(new Ignoring()).Metrics);

    [Fact]
    public void Inherited_properties_count_and_a_hidden_one_does_not() =>
        Assert.Equal(
            [new("hidden", 20), new("inherited", 1), new("overridden", 30), new("own", 4)],
            Record(new Derived()).Metrics.OrderBy(m => m.Key, StringComparer.Ordinal));

    [Fact]
    public void Only_what_the_return_type_declares_is_read() =>
        Assert.Equal(["inherited", "hidden", "overridden"], Record(typeof(Base), new Derived()).Metrics.Keys);

    [Fact]
    public void A_dictionary_is_its_items()
    {
        KeyValuePair<string, double>[] expected = [new("accuracy", 0.9), new("logLoss", 0.1)];
        var dictionary = new Dictionary<string, double> { ["accuracy"] = 0.9, ["LogLoss"] = 0.1 };

        Assert.Equal(expected, Record(dictionary).Metrics);
        Assert.Equal(expected, Record<IDictionary<string, double>>(dictionary).Metrics);
        Assert.Equal(expected, Record<IReadOnlyDictionary<string, double>>(dictionary).Metrics);
        Assert.Equal(expected, Record<IEnumerable<KeyValuePair<string, double>>>(dictionary).Metrics);
        Assert.Equal(expected, Record<List<KeyValuePair<string, double>>>([.. dictionary]).Metrics);
        Assert.Equal(expected, Record<KeyValuePair<string, double>[]>([.. dictionary]).Metrics);
        Assert.Equal(expected, Record(new SortedDictionary<string, double>(dictionary, StringComparer.OrdinalIgnoreCase)).Metrics);
        Assert.Equal(expected, Record(dictionary.ToImmutableDictionary()).Metrics.OrderBy(m => m.Key));
        Assert.Equal(expected, Record(new ConcurrentDictionary<string, double>(dictionary)).Metrics.OrderBy(m => m.Key));
    }

    [Fact]
    public void A_dictionary_may_hold_anything_that_can_be_recorded()
    {
        Assert.Equal([new("a", 0.1)], Record(new Dictionary<string, float> { ["a"] = 0.1f }).Metrics);
        Assert.Equal([new("a", 1)], Record(new Dictionary<string, bool> { ["a"] = true }).Metrics);
        Assert.Equal([new("a", 90)], Record(new Dictionary<string, TimeSpan> { ["a"] = TimeSpan.FromSeconds(90) }).Metrics);
        Assert.Equal([new("b", 2)], Record(new Dictionary<string, int?> { ["a"] = null, ["b"] = 2 }).Metrics);
        Assert.Equal([new("a", "x")], Record(new Dictionary<string, string> { ["a"] = "x" }).Details!);
    }

    [Fact]
    public void Every_pair_of_names_of_a_dictionary_that_differs_only_in_case_is_refused() =>
        Assert.Equal(
            "Names of metrics are compared without case, but 'F1' and 'f1', 'Loss' and 'LOSS', 'Loss' and 'loss' differ only in case. Write them alike where they mean the same metric, or rename one.",
            Assert.Throws<ArgumentException>(() => Record(new Dictionary<string, double> { ["F1"] = 1, ["f1"] = 2, ["Loss"] = 3, ["LOSS"] = 4, ["loss"] = 5 })).Message);

    [Fact]
    public void Every_name_of_a_dictionary_that_cannot_be_shown_is_refused() =>
        Assert.Equal(
            """The name of a metric has a character that can be seen, and no control characters or line breaks, but there is "", "a\u000Ab", "\u001B[2J", "\u2028". Change the name.""",
            Assert.Throws<ArgumentException>(() => Record(new Dictionary<string, double> { [""] = 1, ["a\nb"] = 2, ["\e[2J"] = 3, ["\u2028"] = 4, ["größe 😀 %"] = 5 })).Message);

    [Fact]
    public void A_key_of_null_is_refused() =>
        Assert.Contains("but there is null.", Assert.Throws<ArgumentException>(() => Record(new List<KeyValuePair<string, double>> { new(null!, 1) })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_whole_number_is_recorded_exactly_or_not_at_all()
    {
        AssertExact(1L << 53, -(1L << 53), (1L << 53) + 2, long.MinValue);
        AssertExact(1UL << 63, (1UL << 53) - 1);
        AssertExact((Int128)1 << 100, Int128.MinValue);
        AssertExact((UInt128)1 << 127);
        AssertExact(BigInteger.Pow(2, 1000));
        AssertRounded((1L << 53) + 1, -(1L << 53) - 1, long.MaxValue);
        AssertRounded(ulong.MaxValue);
        Assert.Equal(-9007199254740992.0, Record(-9007199254740992m).Metrics["result"]);
        AssertRounded(9007199254740993m, decimal.MaxValue);
        Assert.Equal(0.1, Record(0.1m).Metrics["result"]);
        AssertRounded(Int128.MaxValue);
        AssertRounded(UInt128.MaxValue);
        AssertRounded(BigInteger.Pow(10, 400), BigInteger.Pow(2, 1000) + 1);
    }

    [Fact]
    public void A_whole_number_that_a_double_would_round_is_named_with_the_remedy() =>
        Assert.Equal(
            "A metric is a double, which cannot hold every whole number beyond 2^53, but 'result' is 9007199254740993. Return it as a text, or convert it to double if rounding does no harm.",
            Assert.Throws<OverflowException>(() => Record(9007199254740993)).Message);

    [Fact]
    public void What_a_property_throws_is_thrown_as_it_is() =>
        Assert.Equal("not known", Assert.Throws<InvalidTimeZoneException>(() => Record(new Throwing())).Message);

    private static void AssertExact<T>(params T[] values)
        where T : INumberBase<T> =>
        Assert.All(values, value => Assert.Equal(value, T.CreateChecked(Record(value).Metrics["result"])));

    private static void AssertRounded<T>(params T[] values) =>
        Assert.All(values, value => Assert.Throws<OverflowException>(() => Record(value)));

    private static IEnumerable<KeyValuePair<string, long>> Bits(RecordedValues metrics) =>
        metrics.Metrics.Select(m => KeyValuePair.Create(m.Key, BitConverter.DoubleToInt64Bits(m.Value)));

    private static RecordedValues Record<T>(T value) => Record(typeof(T), value);

    private static RecordedValues Record(Type type, object? value, params string?[] tupleNames)
    {
        var metrics = new MetricSet();
        ReturnShape.Of("S", type, tupleNames.Length == 0 ? null : tupleNames).Read(value, metrics);
        return metrics.Close();
    }

    [Fact]
    public void An_interface_has_what_the_interfaces_have_that_it_extends() =>
        Assert.Equal(["f1", "loss"], Record(typeof(IScores), new F1AndLoss(0.5, 2)).Metrics.Keys);

    private interface ILoss
    {
        double Loss { get; }
    }

    private interface IScores : ILoss
    {
        double F1 { get; }
    }

    private sealed record F1AndLoss(double F1, double Loss) : IScores;

    private sealed record Scores(double Accuracy, float? LogLoss, TimeSpan TrainingTime, bool Converged, DayOfWeek Day, string? Note);

    private readonly record struct Vector(int X, int Y);

#pragma warning disable CA1051, CA1822, CA1802, CA1805, CA1823, CA2211, CS0414, IDE0051 // members of every kind, in order to see which are read
    private sealed class AllKindsOfMembers
    {
        public int Field = 3;
        public static int StaticField = 9;
        public const int Constant = 9;
        internal int InternalField = 9;
        private readonly int privateField = 9;

        public int Property { get; set; } = 1;

        public int OnlyGet => 2;

        public int OnlySet
        {
            set => Field = value;
        }

        public int PrivateGet { private get; set; } = 9;

        public static int StaticProperty => 9;

        internal int InternalProperty => 9;

        public int this[int index] => 9;
    }
#pragma warning restore

    private sealed class Throwing
    {
        public int? Known { get; init; }

        public int Unknown => Known ?? throw new InvalidTimeZoneException("not known");
    }

    private sealed class Ignoring
    {
        [JsonIgnore]
        public object? Model { get; init; }

        public int Kept { get; } = 1;

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? Sometimes { get; } = 2;

        [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public int Never { get; } = 3;
    }

    private class Base
    {
        public int Inherited { get; } = 1;

        public double Hidden { get; } = 2;

        public virtual int Overridden => 3;
    }

    private sealed class Derived : Base
    {
        public new int Hidden { get; } = 20;

        public override int Overridden => 30;

        public int Own { get; } = 4;
    }
}
