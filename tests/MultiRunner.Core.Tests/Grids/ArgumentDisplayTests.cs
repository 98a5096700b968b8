using MultiRunner.Grids;
using Xunit;
using static MultiRunner.Core.Tests.Grids.ObjectArguments;

namespace MultiRunner.Core.Tests.Grids;

public class ArgumentDisplayTests
{
    [Fact]
    public void An_object_with_a_ToString_of_its_own_is_shown_by_it_on_one_line_in_every_culture()
    {
        foreach (var culture in CultureScope.Names)
        {
            using var scope = new CultureScope(culture);
            Assert.Equal(@"own\u000A1.5", ArgumentDisplay.Of(new Own(1)));
            Assert.Equal("number 3", ArgumentDisplay.Of(new OwnText(3)));
            Assert.Equal("OwnMembers { 3 }", ArgumentDisplay.Of(new OwnMembers(3)));
        }
    }

    [Fact]
    public void All_else_is_shown_as_JSON()
    {
        Assert.Equal("""{"Layers":1,"Name":"a","Rate":0.5}""", ArgumentDisplay.Of(new Net(1, 0.5, "a")));
        Assert.Equal("""{"X":2,"Y":1}""", ArgumentDisplay.Of(new Point(1, 2)));
        Assert.Equal("""{"A":1,"B":2}""", ArgumentDisplay.Of(new { A = 1, B = 2 }));
        Assert.Equal("""{"A":null,"B":0}""", ArgumentDisplay.Of(new Mutable()));
        Assert.Equal("[1,2]", ArgumentDisplay.Of(new List<int> { 1, 2 }));
        Assert.Equal("[1,\"a\"]", ArgumentDisplay.Of((1, "a")));
        Assert.Equal("[{\"N\":1}]", ArgumentDisplay.Of(new[] { new Own(1) }));
        Assert.Equal("null", ArgumentDisplay.Of(null));
        Assert.Equal(@"""a\u202Eb""", ArgumentDisplay.Of("a\u202Eb"));
    }

    [Fact]
    public void A_ToString_that_throws_is_no_harm() => Assert.Equal("""{"N":-1}""", ArgumentDisplay.Of(new Own(-1)));

    [Fact]
    public void A_point_is_shown_by_all_of_its_arguments()
    {
        var display = new PointDisplay([new("size", typeof(int)), new("net", typeof(OwnText))]);
        var net = new OwnText(1);

        Assert.Equal("size: 1, net: number 1", display.Of([1, net]));
        Assert.Equal("size: 2, net: number 1", display.Of([2, net]));
        Assert.Equal("size: 2, net: null", display.Of([2, null]));
    }
}
