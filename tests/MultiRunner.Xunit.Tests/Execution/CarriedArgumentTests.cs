using MultiRunner.Execution;
using Xunit.Sdk;

namespace MultiRunner.Tests.Execution;

/// <summary>Arguments that go from one process to another.</summary>
public sealed class CarriedArgumentTests
{
    private static readonly Dictionary<string, object> Values = new()
    {
        ["record"] = new Net(1, double.NaN, DayOfWeek.Friday),
        ["array of records"] = new Net?[] { new(1, 0.5, null), null },
        ["array of arrays of records"] = new Net[][] { [new(1, 0.5, null)], [] },
        ["array of an interface"] = new IShape[] { new Circle(1), new Square(2) },
        ["array of objects"] = new object?[] { 1, "a", new Net(1, 1, null), (1, 2), null, new List<int> { 1 } },
        ["list"] = new List<Net> { new(1, 1, null) },
        ["dictionary"] = new Dictionary<DayOfWeek, double> { [DayOfWeek.Monday] = 0.1 },
        ["tuple"] = (1, "a", (Half)0.5),
        ["tuple of nine"] = (1, 2, 3, 4, 5, 6, 7, 8, new Net(1, 1, null)),
        ["tuple with anything"] = ((object)1, (IShape)new Square(3)),
        ["array of tuples"] = new (int, double?)[] { (1, null), (2, 0.1) },
        ["array of nullable tuples"] = new (int, int)?[] { (1, 2), null },
        ["flags"] = FileAttributes.Hidden | FileAttributes.ReadOnly,
        ["flags without a name"] = (FileAttributes)(-1),
        ["array of flags"] = new[] { FileAttributes.Hidden | FileAttributes.ReadOnly },
        ["Half"] = Half.NaN,
        ["Int128"] = Int128.MinValue,
        ["Int128s"] = new Int128?[] { 1, null },
    };

    private interface IShape;

    public static TheoryData<string> Names => [.. Values.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_argument_is_the_same_on_the_other_side(string name)
    {
        var value = Values[name];

        var text = SerializationHelper.Instance.Serialize(CarriedArgument.Wrap(value));
        var there = CarriedArgument.Unwrap(SerializationHelper.Instance.Deserialize(text));

        Assert.Equal(value.GetType(), there!.GetType());
        Assert.Equal(value, there);
    }

    private sealed record Net(int Layers, double Rate, DayOfWeek? Day);

    private sealed record Circle(double Size) : IShape;

    private sealed record Square(double Size) : IShape;
}
