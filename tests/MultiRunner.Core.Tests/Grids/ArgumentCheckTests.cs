using System.Collections.Immutable;
using MultiRunner.Grids;
using Xunit;
using static MultiRunner.Core.Tests.Grids.ObjectArguments;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>What does not go through JSON and back unchanged is no argument.</summary>
public class ArgumentCheckTests
{
    private const string Rule =
        "S: arguments must be values that JSON can carry (numbers, bool, char, string, enums, dates and times, Guid, Uri, Version, null, objects that go through System.Text.Json and back unchanged, and arrays and tuples of all these), but parameter 'x' got a ";

    private static readonly Dictionary<string, (object Value, string Problem)> Cases = new()
    {
        ["hidden state"] = (new Hidden(3), "is not the same when it has been read back from {\"N\":1}: its seed differs."),
        ["ignored state"] = (new Ignored { Rates = [1] }, "is not the same when it has been read back from {}: its Rates.Count differs."),
        ["inside"] = (new List<Hidden> { new(), new(4) }, "is not the same when it has been read back from [{\"N\":1},{\"N\":1}]: its [1].seed differs."),
        ["in a dictionary"] = (
            new Dictionary<string, Hidden> { ["k"] = new(4) },
            "is not the same when it has been read back from {\"k\":{\"N\":1}}: its [\"k\"].seed differs."),
        ["no constructor"] = (new NoConstructor(1), "System.Text.Json cannot read back ("),
        ["delegate"] = (new Callback { Make = () => 1 }, "System.Text.Json cannot write ("),
        ["stream"] = (new MemoryStream([1]), "System.Text.Json cannot write ("),
        ["type"] = (typeof(int), "System.Text.Json cannot write ("),
        ["not deterministic"] = (new Growing { N = 5 }, "is written as {\"N\":6}, and as {\"N\":7} when it has been read back"),
        ["converter that throws"] = (new Broken(), "System.Text.Json cannot write (There is no such number)."),
        ["set"] = (new Sets([1, 2]), "is not the same when it has been read back from {\"Items\":[1,2]}: its Items is a set, whose items have no order. An array has one."),
        ["sorted texts"] = (
            new SortedSet<string> { "a", "Z" },
            "is not the same when it has been read back from [\"a\",\"Z\"]: it is a set that sorts texts, whose order depends on the culture. An array keeps the order that it is given."),
        ["sorted texts inside"] = (
            new SortedWords([new("a", 1)]),
            "is not the same when it has been read back from {\"Words\":[{\"N\":1,\"Text\":\"a\"}]}: its Words is a set that sorts texts, whose order depends on the culture. An array keeps"),
        ["sorted pairs"] = (
            ImmutableSortedSet.Create((1, "a")),
            "is not the same when it has been read back from [[1,\"a\"]]: it is a set that sorts texts, whose order depends on the culture."),
        ["comparer"] = (
            new Names(new(StringComparer.OrdinalIgnoreCase) { ["a"] = 1 }),
            "is not the same when it has been read back from {\"Numbers\":{\"a\":1}}: its Numbers.Comparer differs."),
        ["object inside"] = (new Box(1), "is not the same when it has been read back from {\"Value\":1}: its Value differs."),
        ["object"] = (new object(), "is not the same when it has been read back from {}: it differs."),
        ["derived type inside"] = (
            new List<IShape> { new Circle(1) },
            "System.Text.Json cannot read back ("),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_object_that_does_not_come_back_unchanged_is_refused_with_what_differs(string name)
    {
        var (value, problem) = Cases[name];
        foreach (var argument in new[] { value, new[] { value }, (1, value) })
        {
            var message = Assert.Throws<GridException>(() => KeyOf(argument)).Message;

            Assert.StartsWith($"{Rule}{value.GetType()}, which {problem}", message, StringComparison.Ordinal);
            var type = value.GetType().Name.Split('`')[0];
            Assert.EndsWith(
                $" Make all of its state public properties, as in a record, or pass a name and build the {type} inside the method.",
                message,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(CultureScope.All), MemberType = typeof(CultureScope))]
    public void A_set_that_sorts_texts_is_refused_in_every_culture(string culture)
    {
        // Swedish has 'ö' after 'z', and German before it.
        using var scope = new CultureScope(culture);
        foreach (var set in new object[]
        {
            new SortedSet<string> { "z", "ö" },
            new SortedSet<string>(StringComparer.Ordinal) { "z", "ö" },
            ImmutableSortedSet.Create("z", "ö"),
            new SortedSet<(string, int)> { ("z", 1), ("ö", 1) },
        })
        {
            Assert.StartsWith(Rule, Assert.Throws<GridException>(() => KeyOf(set)).Message, StringComparison.Ordinal);
            Assert.StartsWith(Rule, Assert.Throws<GridException>(() => KeyOf((1, set))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_local_time_is_refused_wherever_it_stands()
    {
        var local = new DateTime(2024, 2, 29, 13, 5, 6, DateTimeKind.Local);
        foreach (var argument in new object[] { new At(local), (1, local), new[] { (local, 1) }, new List<DateTime> { local } })
        {
            Assert.Equal(
                "S: a time must be the same on every machine, but parameter 'x' got 2024-02-29T13:05:06 of DateTimeKind.Local, whose instant depends on the time zone of the machine. Pass a DateTime of DateTimeKind.Utc, or a DateTimeOffset.",
                Assert.Throws<GridException>(() => KeyOf(argument)).Message);
        }
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused_wherever_it_stands()
    {
        foreach (var argument in new object[] { new Word("a\uD83D"), ("a\uD83D", 1), new List<string> { "a\uD83D" }, new Dictionary<string, int> { ["a\uD83D"] = 1 } })
            Assert.StartsWith(
                @"S: a text must be valid Unicode, but parameter 'x' got ""a\uD83D"", which has half",
                Assert.Throws<GridException>(() => KeyOf(argument)).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_of_several_dimensions_is_refused() =>
        Assert.Equal(
            $"{Rule}System.Int32[,], which has 2 dimensions. Pass an array of arrays, such as Int32[][].",
            Assert.Throws<GridException>(() => KeyOf(new int[1, 2])).Message);

    [Fact]
    public void An_object_whose_base_type_cannot_write_it_is_refused()
    {
        using var writer = new KeyWriter("S", [new("x", typeof(Kinds)), new("y", typeof(int))]);

        Assert.Equal(
            $"{Rule}{typeof(Clashing)}, which System.Text.Json cannot write as a {typeof(Kinds)}. Correct the [JsonDerivedType] and [JsonPolymorphic] of its base types, or pass a name and build the Clashing inside the method.",
            Assert.Throws<GridException>(() => writer.KeyOf([new Clashing(1), 1])).Message);
    }

    [Fact]
    public void A_pointer_is_refused() =>
        Assert.Equal(
            $"{Rule}System.IntPtr, which is a number of another size in another process. Pass a long.",
            Assert.Throws<GridException>(() => KeyOf((nint)1)).Message);

    private static string KeyOf(object value) => PointKey.Of("S", [new Parameter("x", typeof(object))], [value]);
}
