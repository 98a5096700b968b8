using CsCheck;
using MultiRunner.Grids;
using Xunit;
using static MultiRunner.Core.Tests.Grids.ObjectArguments;

namespace MultiRunner.Core.Tests.Grids;

public class ObjectPropertyTests
{
    private static readonly Gen<double> Double = Gen.OneOf(Gen.OneOf(0.0, -0.0, 1, double.NaN, double.PositiveInfinity), Gen.Double);

    private static readonly Gen<string?> Text = Gen.OneOf<string?>("", "a", "b", "\"", "é", "\u2028", null!);

    private static readonly Gen<Net> Net = Gen.Select(Gen.Int[0, 2], Double, Text).Select((layers, rate, name) => new Net(layers, rate, name));

    private static readonly Gen<Nested> Tree = Gen.Select(
        Net.Array[0, 2],
        Gen.Select(Gen.OneOf("a", "b", "Z", "é"), Net).Array[0, 3],
        Gen.Select(Gen.Int[0, 3], Double.Nullable()).List[0, 2]).Select((nets, named, sizes) =>
            new Nested(nets, named.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2), sizes));

    [Fact]
    public void An_object_comes_back_unchanged() =>
        Tree.Sample(tree =>
        {
            Assert.Null(RoundTrip.ProblemOf(tree));
            var back = (Nested)ArgumentObjects.Read(ArgumentObjects.Write(tree), typeof(Nested))!;
            Assert.Equal(tree.Nets, back.Nets);
            Assert.Equal(tree.ByName.OrderBy(pair => pair.Key), back.ByName.OrderBy(pair => pair.Key));
            Assert.Equal(tree.Sizes, back.Sizes);
        });

    [Fact]
    public void Objects_have_equal_keys_when_nothing_in_them_differs() =>
        Gen.Select(Net, Net).Sample((a, b) =>
            (Key(a) == Key(b)) == (a == b && double.IsNegative(a.Rate) == double.IsNegative(b.Rate))
            && (Difference.Between(a, b) is null) == (Key(a) == Key(b)));

    private static string Key(Net value) => PointKey.Of("S", [new Parameter("x", typeof(Net))], [value]);
}
