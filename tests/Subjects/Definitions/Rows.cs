using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Theories that became sweeps by one word: [Theory] became [SweepTheory].</summary>
public class Rows
{
    public static IEnumerable<object[]> Pairs => [[1, "one"], [2, "two"]];

    public static IEnumerable<object[]> Wide => [[new[] { (Half)0.5, Half.NaN }, 1], [Array.Empty<Half>(), Int128.MinValue]];

    public static IEnumerable<object?[]> Jagged => [[new double[]?[] { [0.5, double.NaN], [], null }, new object?[] { 1, "x", (Half)2, new[] { Model.Lasso } }]];

    public static IEnumerable<object?[]> Shapes =>
        [[new Shape(2, 0.5, "a"), (1, 2), new[] { new Shape(1, double.NaN, null) }], [new Shape(3, -0.0, "\n"), null, null]];

    public static TheoryData<int, double> Decorated =>
    [
        new TheoryDataRow<int, double>(1, 0.5),
        new TheoryDataRow<int, double>(2, 0.5) { Label = "the second" },
        new TheoryDataRow<int, double>(3, 0.5) { Skip = "the third is not ready" },
        new TheoryDataRow<int, double>(4, 0.5) { TestDisplayName = "The fourth", Traits = { ["size"] = ["large"] } },
    ];

    [SweepTheory]
    [InlineData(1, 2.5)]
    [InlineData(2, 3)]
    public double Inline(int n, double x) => n * x;

    [SweepTheory]
    [InlineData(1)]
    [InlineData(2, "given")]
    public void With_default(int n, string name = "default")
    {
    }

    [SweepTheory]
    [MemberData(nameof(Pairs))]
    public int Member(int n, string name) => n + name.Length;

    [SweepTheory]
    [InlineData(3, "three")]
    [MemberData(nameof(Pairs))]
    [InlineData(4, "four")]
    public int Several_sources(int n, string name) => n + name.Length;

    [SweepTheory]
    [MemberData(nameof(Wide))]
    public string Converted(Half[] h, Int128 n) => $"{h.GetType().Name} {string.Join(' ', h)} {n.GetType().Name} {n}";

    [SweepTheory]
    [MemberData(nameof(Jagged))]
    public string Nested(double[]?[] layers, object?[] mixed, CancellationToken token = default) =>
        $"{string.Join('|', layers.Select(layer => layer is null ? "null" : string.Join(' ', layer)))} {string.Join(' ', mixed.Select(item => item!.GetType().Name))}";

    [SweepTheory]
    [MemberData(nameof(Shapes))]
    public string Objects(Shape shape, (double Width, int Depth)? size, Shape?[]? more) =>
        $"{shape} {size?.Width.GetType().Name} {size} {string.Join(' ', more ?? [])}";

    [SweepTheory]
    [MemberData(nameof(Decorated))]
    public double Typed(int n, double x) => n * x;

    [SweepTheory]
    [ClassData(typeof(Squares))]
    public int Class(int n) => n;
}
