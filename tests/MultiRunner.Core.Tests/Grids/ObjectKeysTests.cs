using System.Collections.Immutable;
using System.Numerics;
using MultiRunner.Grids;
using Xunit;
using static MultiRunner.Core.Tests.Grids.ObjectArguments;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>The keys of objects and tuples, which must stay what they are, on every machine.</summary>
[Collection(nameof(TimeZoneTests))]
public class ObjectKeysTests
{
    private static readonly Everything All = new(
        (Half)0.1, 0.1f, 1e-5, 1.50m, BigInteger.Pow(10, 20), Int128.MinValue, UInt128.MaxValue, 'ü',
        new DateTime(2024, 2, 29, 13, 5, 6, DateTimeKind.Utc), new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.FromHours(2)),
        new DateOnly(2024, 2, 29), new TimeOnly(13, 5), TimeSpan.FromSeconds(-1.5), new Guid("6F9619FF-8B86-D011-B42D-00C04FC964FF"),
        new Version(1, 2), new Uri("HTTP://Example.org/ä"), Parts.Wheels | Parts.Roof, null);

    private static readonly Dictionary<string, (object? Value, Type Declared, string Json)> Cases = new()
    {
        ["record"] = (new Net(2, 0.1, "größe"), typeof(Net), """{"Layers":2,"Name":"größe","Rate":0.1}"""),
        ["record struct"] = (new Point(2, 1), typeof(Point), """{"X":1,"Y":2}"""),
        ["nullable struct"] = (new Point(2, 1), typeof(Point?), """{"X":1,"Y":2}"""),
        ["struct with fields"] = (new Fields { A = 0.5, B = 1 }, typeof(Fields), """{"A":0.5,"B":1}"""),
        ["class"] = (new Mutable { A = "a", B = -1 }, typeof(Mutable), """{"A":"a","B":-1}"""),
        ["class with constructor"] = (new ByConstructor(3) { Items = [1, 2] }, typeof(ByConstructor), """{"Count":3,"Items":[1,2]}"""),
        ["no state"] = (new Empty(), typeof(Empty), "{}"),
        ["computed"] = (new Computed(2, 3), typeof(Computed), """{"Depth":3,"Width":2}"""),
        ["converter of its own"] = (new Celsius(21.5), typeof(Celsius), "21.5"),
        ["infinities"] = (new Net(0, double.NegativeInfinity), typeof(Net), """{"Layers":0,"Name":null,"Rate":"-Infinity"}"""),
        ["all types"] = (All, typeof(Everything), """
            {"Big":100000000000000000000,"Char":"ü","Clock":"13:05:00.0000000","Day":"2024-02-29","Day2":null,"Decimal":1.5,"Double":1E-05,"Float":0.1,"Half":0.1,"Id":"6f9619ff-8b86-d011-b42d-00c04fc964ff","Offset":"2024-02-29T00:00:00.0000000+02:00","Parts":"Wheels, Roof","Signed":-170141183460469231731687303715884105728,"Span":"-00:00:01.5000000","Time":"2024-02-29T13:05:06.0000000Z","Unsigned":340282366920938463463374607431768211455,"Uri":"HTTP://Example.org/ä","Version":"1.2"}
            """),
        ["nested"] = (
            new Nested([new(1, 0.5)], new() { ["z"] = new(1, 1), ["a"] = new(2, 2) }, [(1, null), (2, 0.5)]),
            typeof(Nested),
            """
            {"ByName":{"a":{"Layers":2,"Name":null,"Rate":2},"z":{"Layers":1,"Name":null,"Rate":1}},"Nets":[{"Layers":1,"Name":null,"Rate":0.5}],"Sizes":[[1,null],[2,0.5]]}
            """),
        ["interface"] = (new Circle(1), typeof(IShape), """{"$type":"MultiRunner.Core.Tests.Grids.ObjectArguments+Circle","Size":1}"""),
        ["another one"] = (new Square(1), typeof(IShape), """{"$type":"MultiRunner.Core.Tests.Grids.ObjectArguments+Square","Size":1}"""),
        ["array of interfaces"] = (new IShape[] { new Circle(1), new Square(2) }, typeof(IShape[]), """[{"$type":"MultiRunner.Core.Tests.Grids.ObjectArguments+Circle","Size":1},{"$type":"MultiRunner.Core.Tests.Grids.ObjectArguments+Square","Size":2}]"""),
        ["base type with names"] = (new Small(1), typeof(Marked), """{"$type":"small","N":1}"""),
        ["base type without the name"] = (new Unlisted(1, 2), typeof(Marked), """{"$type":"MultiRunner.Core.Tests.Grids.ObjectArguments+Unlisted","M":2,"N":1}"""),
        ["array of base types"] = (
            new Marked[] { new Small(1), new Unlisted(1, 2) },
            typeof(Marked[]),
            """[{"$type":"small","N":1},{"$type":"MultiRunner.Core.Tests.Grids.ObjectArguments+Unlisted","M":2,"N":1}]"""),
        ["base type that falls back"] = (
            new Further(1, 2), typeof(Fallen), """{"$type":"MultiRunner.Core.Tests.Grids.ObjectArguments+Further","M":2,"N":1}"""),
        ["base type that falls back to the nearest"] = (
            new Furthest(1, 2), typeof(Nearest), """{"$type":"MultiRunner.Core.Tests.Grids.ObjectArguments+Furthest","M":2,"N":1}"""),
        ["interface of a generic type"] = (
            new Sized<int>(1),
            typeof(IShape),
            """{"$type":"MultiRunner.Core.Tests.Grids.ObjectArguments+Sized`1[System.Int32]","Size":1}"""),
        ["interface of another generic type"] = (
            new Sized<string>(1),
            typeof(IShape),
            """{"$type":"MultiRunner.Core.Tests.Grids.ObjectArguments+Sized`1[System.String]","Size":1}"""),
        ["list"] = (new List<double> { 0.5, double.NaN }, typeof(List<double>), """[0.5,"NaN"]"""),
        ["list by interface"] = (new List<int> { 1 }, typeof(IReadOnlyList<int>), "[1]"),
        ["dictionary"] = (new Dictionary<int, string> { [2] = "b", [10] = "a" }, typeof(Dictionary<int, string>), """{"10":"a","2":"b"}"""),
        ["sorted numbers"] = (new SortedSet<int> { 10, 2 }, typeof(SortedSet<int>), "[2,10]"),
        ["sorted letters"] = (new SortedSet<char> { 'a', 'Z', 'ä' }, typeof(SortedSet<char>), """["Z","a","ä"]"""),
        ["sorted tuples"] = (ImmutableSortedSet.Create((2, 0.5), (1, 1)), typeof(ImmutableSortedSet<(int, double)>), "[[1,1],[2,0.5]]"),
        ["sorted objects"] = (
            new SortedSet<SortedLevel> { new(2, 0.5, []), new(1, null, [DayOfWeek.Friday]) },
            typeof(SortedSet<SortedLevel>),
            """[{"Days":["Friday"],"N":1,"X":null},{"Days":[],"N":2,"X":0.5}]"""),
        ["dictionary of sorted texts"] = (
            new SortedDictionary<string, int> { ["a"] = 1, ["Z"] = 2, ["ä"] = 3 },
            typeof(SortedDictionary<string, int>),
            """{"Z":2,"a":1,"ä":3}"""),
        ["list of sorted texts"] = (new SortedList<string, int> { ["a"] = 1, ["Z"] = 2 }, typeof(SortedList<string, int>), """{"Z":2,"a":1}"""),
        ["dictionary of enums"] = (new Dictionary<DayOfWeek, double> { [DayOfWeek.Monday] = 1 }, typeof(Dictionary<DayOfWeek, double>), """{"Monday":1}"""),
        ["dictionary of doubles"] = (new Dictionary<double, int> { [0.1] = 1, [double.NaN] = 2 }, typeof(Dictionary<double, int>), """{"0.1":1,"NaN":2}"""),
        ["array of records"] = (new Point?[] { new(1, 2), null }, typeof(Point?[]), """[{"X":2,"Y":1},null]"""),
        ["array of arrays of records"] = (new Point[][] { [new(1, 2)], [] }, typeof(Point[][]), """[[{"X":2,"Y":1}],[]]"""),
        ["tuple"] = ((1, 0.5), typeof((int, double)), "[1,0.5]"),
        ["tuple of one"] = (ValueTuple.Create("a"), typeof(ValueTuple<string>), """["a"]"""),
        ["nullable tuple"] = ((1, "a"), typeof((int, string)?), """[1,"a"]"""),
        ["no tuple"] = (null, typeof((int, string)?), "null"),
        ["tuple of eight"] = ((1, 2, 3, 4, 5, 6, 7, 8), typeof((int, int, int, int, int, int, int, int)), "[1,2,3,4,5,6,7,8]"),
        ["tuple of sixteen"] = (
            (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16m),
            typeof(object),
            "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]"),
        ["nested tuple"] = ((1, (2, (Point?)null), new[] { (3, 4) }), typeof(object), "[1,[2,null],[[3,4]]]"),
        ["tuple of records"] = ((new Point(1, 2), (IShape)new Circle(1)), typeof((Point, IShape)), """[{"X":2,"Y":1},{"$type":"MultiRunner.Core.Tests.Grids.ObjectArguments+Circle","Size":1}]"""),
        ["flags"] = (Parts.Body | Parts.Roof, typeof(Parts), "\"Body, Roof\""),
        ["no flags"] = (Parts.None, typeof(Parts), "\"None\""),
        ["flags without a name"] = ((Parts)9, typeof(Parts), "\"9\""),
        ["negative flags"] = ((Parts)(-9), typeof(Parts), "\"-9\""),
        ["enum with two names"] = (Twice.Zebra, typeof(Twice), "\"Ant\""),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_has_one_key_in_every_time_zone_and_culture(string name)
    {
        var (value, declared, json) = Cases[name];
        foreach (var zone in TimeZoneScope.Names)
        {
            using var place = new TimeZoneScope(zone);
            foreach (var culture in CultureScope.Names)
            {
                using var scope = new CultureScope(culture);
                Assert.Equal($$"""{"x":{{json}}}""", PointKey.Of("S", [new Parameter("x", declared)], [value]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_the_same_when_its_text_has_been_read(string name)
    {
        var (value, declared, json) = Cases[name];
        if (value is null || declared.IsInterface || declared.IsAbstract || value is IShape[] || json.Contains("$type", StringComparison.Ordinal))
            return;

        Assert.Null(Difference.Between(value, ArgumentObjects.Read(json, value.GetType())!));
    }

    [Fact]
    public void One_writer_makes_the_keys_of_many_points()
    {
        var net = new Net(1, 0.5);
        using var writer = new KeyWriter("S", [new("b", typeof(int)), new("a", typeof(Net)), new("c", typeof(int[]))]);

        Assert.Equal("""{"a":{"Layers":1,"Name":null,"Rate":0.5},"b":1,"c":[1]}""", writer.KeyOf([1, net, new[] { 1 }]));
        Assert.Equal("""{"a":{"Layers":1,"Name":null,"Rate":0.5},"b":2,"c":[2,3]}""", writer.KeyOf([2, net, new[] { 2, 3 }]));
        Assert.Equal("""{"a":null,"b":3,"c":null}""", writer.KeyOf([3, null, null]));
    }

    [Fact]
    public void A_writer_goes_on_after_a_point_that_is_wrong()
    {
        using var writer = new KeyWriter("S", [new("a", typeof(object))]);

        Assert.Throws<GridException>(() => writer.KeyOf([new object()]));
        Assert.Equal("""{"a":1}""", writer.KeyOf([1]));
    }
}
