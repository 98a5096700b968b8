using MultiRunner.Grids;
using Xunit;
using static MultiRunner.Core.Tests.Grids.ObjectArguments;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>A copy of an argument is the same value, and shares nothing with it that could be changed.</summary>
public class ArgumentCopyTests
{
    private static readonly Dictionary<string, object> Cases = new()
    {
        ["array"] = new[] { 1, 2 },
        ["empty array"] = Array.Empty<string>(),
        ["array of arrays"] = new int[]?[] { [1], null },
        ["array of objects"] = new object?[] { 1, "a", new List<int> { 1 }, new IShape[] { new Circle(1) }, null },
        ["list"] = new List<double> { 0.5, double.NaN },
        ["class"] = new Mutable { A = "a", B = -1 },
        ["dictionary"] = new Dictionary<string, Mutable> { ["k"] = new() { B = 2 } },
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_copy_is_the_same_value(string name)
    {
        var value = Cases[name];
        foreach (var argument in new[] { value, (1, value), new[] { value } })
        {
            var copy = ArgumentCopy.Of(argument)!;

            Assert.NotSame(argument, copy);
            Assert.Equal(argument.GetType(), copy.GetType());
            Assert.Null(Difference.Between(argument, copy));
        }

        Assert.NotSame(value, ((ValueTuple<object>)ArgumentCopy.Of(ValueTuple.Create(value))!).Item1);
        Assert.NotSame(value, ((object[])ArgumentCopy.Of(new[] { value })!)[0]);
    }

    [Fact]
    public void What_cannot_be_changed_is_not_copied()
    {
        foreach (var value in new object?[] { null, "a", 1, DayOfWeek.Friday, new Uri("a", UriKind.Relative), new Version(1, 2) })
            Assert.Same(value, ArgumentCopy.Of(value));
    }
}
