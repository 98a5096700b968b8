using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Generic methods, whose points each have a type of their own.</summary>
public class Generics
{
    public static IEnumerable<object?> Anything => [1, 2.5, "three", (4, "a"), (5.5, (Half)6), new[] { (7, 7) }, new Shape(8, 0.5, "b"), (Half)9];

    public static IEnumerable<object?[]> Rows => Anything.Select(value => new[] { value });

    [SweepTheory]
    [MemberData(nameof(Rows))]
    public string Listed<T>(T value) => Shown(value);

    [SweepTheory]
    public string Crossed<T>([ValuesFrom(nameof(Anything))] T value) => Shown(value);

    private static string Shown<T>(T value) => $"{typeof(T).Name.Split('`')[0]} {(value is (int, int)[] pairs ? pairs[0] : value)}";
}
