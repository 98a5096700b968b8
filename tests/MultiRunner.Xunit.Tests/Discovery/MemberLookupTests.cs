using MultiRunner.Definition;
using MultiRunner.Grids;

namespace MultiRunner.Tests.Discovery;

/// <summary>Which static method an attribute means, and what its parameters get.</summary>
public sealed class MemberLookupTests
{
    private static readonly MemberRule Rule = new("Where of [SweepTheory]", "a bool", type => type == typeof(bool));

    private static readonly Parameter[] Parameters =
    [
        new("depth", typeof(int)),
        new("name", typeof(string)),
        new("rate", typeof(double?)),
        new("day", typeof(DayOfWeek)),
        new("any", typeof(Open<>).GetGenericArguments()[0]),
    ];

    [Theory]
    [InlineData(nameof(Derived.Own), "day: \"Monday\", depth: 3")]
    [InlineData("OfBase", "depth: 3")]
    [InlineData("Hidden", "name: \"x\"")]
    [InlineData(nameof(Derived.Wider), "depth: 3, name: \"x\", rate: 0.5, any: 7")]
    [InlineData(nameof(Derived.None), "")]
    public void The_nearest_method_of_the_name_gets_the_values_of_its_parameters(string name, string values)
    {
        var member = Find(name);
        var own = member.ValuesOf([3, "x", 0.5, DayOfWeek.Monday, 7]);
        Assert.Equal(values, member.Describe(own));
        Assert.Equal(true, member.Invoke(own));
    }

    [Fact]
    public void Null_is_a_value_like_others()
    {
        var member = Find(nameof(Derived.IsNull));
        Assert.Equal([2, 1], member.Positions);
        Assert.Equal(true, member.Invoke([null, null]));
        Assert.Equal(false, member.Invoke([0.5, null]));
    }

    [Fact]
    public void What_the_method_throws_is_told_with_the_values()
    {
        var e = Assert.Throws<GridException>(() => Find(nameof(Derived.Throws)).Invoke([3, "x"]));
        Assert.StartsWith(
            "Derived.Train: Derived.Throws, which Where of [SweepTheory] names, must return a bool for all values, but it threw an exception "
                + "for (depth: 3, name: \"x\"). Correct the method. The exception was System.InvalidOperationException: No.",
            e.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fitz", "but Derived and its base classes have no member 'Fitz'. Write the name of such a method with nameof.")]
    [InlineData("", "but Derived and its base classes have no member ''. Write the name of such a method with nameof.")]
    [InlineData("Ow*", "but Derived and its base classes have no member 'Ow*'. Write the name of such a method with nameof.")]
    [InlineData(nameof(Derived.Property), "but 'Derived.Property' is a property. Write a method, and name it with nameof.")]
    [InlineData(nameof(Derived.Field), "but 'Derived.Field' is a field. Write a method, and name it with nameof.")]
    [InlineData(nameof(Derived.Instance), "but 'Derived.Instance' is not static. No test class exists while the points are listed. Make the method static.")]
    [InlineData(nameof(Derived.Generic), "but 'Derived.Generic' is generic, so nothing says which types it is called with. Remove its type parameters.")]
    [InlineData(nameof(Derived.Twice), "but 'Derived.Twice' has 2 overloads: Twice(Int32 depth); Twice(ref Double? rate). Rename all but one of them.")]
    [InlineData(nameof(Derived.Unknown), "must be parameters of the sweep by name, but 'deep' is the name of no parameter of the sweep. Those of the sweep are 'depth', 'name', 'rate', 'day', 'any'. Rename or remove the parameter.")]
    [InlineData(nameof(Derived.ManyUnknown), "but 'deep', 'Depth' are names of no parameter of the sweep. Those of the sweep are 'depth', 'name', 'rate', 'day', 'any'. Rename or remove the parameters.")]
    [InlineData(nameof(Derived.Other), "must take the values of the sweep's parameters of the same names, but 'depth' (Int64) is Int32 there. Give the parameter that type.")]
    [InlineData(nameof(Derived.ManyOther), "but 'name' (Int32) is String there, 'rate' (Double) is Double? there. Give the parameters those types.")]
    [InlineData(nameof(Derived.ByReference), "but 'depth' (ref Int32) is Int32 there. Give the parameter that type.")]
    [InlineData(nameof(Derived.OtherReturn), "that returns a bool, but 'Derived.OtherReturn' returns Int32. Let it return a bool.")]
    [InlineData(nameof(Derived.Nothing), "that returns a bool, but 'Derived.Nothing' returns Void. Let it return a bool.")]
    public void What_does_not_fit_is_named(string name, string message)
    {
        var e = Assert.Throws<GridException>(() => Find(name));
        Assert.StartsWith("Derived.Train: ", e.Message, StringComparison.Ordinal);
        Assert.Contains("Where of [SweepTheory]", e.Message, StringComparison.Ordinal);
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generic_class_has_methods_for_its_own_types()
    {
        Parameter[] parameters = [new("value", typeof(int))];
        var member = MemberLookup.Find("Open.Train", Rule, typeof(Open<int>), "IsDefault", parameters);
        Assert.Equal([true, false], [member.Invoke([0]), member.Invoke([1])]);
        var e = Assert.Throws<GridException>(() => MemberLookup.Find("Open.Train", Rule, typeof(Open<string>), "IsDefault", parameters));
        Assert.Contains("but 'value' (String) is Int32 there.", e.Message, StringComparison.Ordinal);
    }

    private static BoundMember Find(string name) => MemberLookup.Find("Derived.Train", Rule, typeof(Derived), name, Parameters);

#pragma warning disable CA1052, CA1822, CA1823, CS0169, IDE0051 // They are found by reflection.
    private class Base
    {
        private static bool OfBase(int depth) => depth == 3;

        private static bool Hidden(int depth) => throw new InvalidOperationException("Hidden");
    }

    private sealed class Derived : Base
    {
        public static readonly bool Field = true;

        public static bool Property => true;

        public static bool Own(DayOfWeek day, int depth) => (day, depth) == (DayOfWeek.Monday, 3);

        public static bool Wider(int? depth, IEnumerable<char> name, double? rate, object any) =>
            (depth, string.Concat(name), rate, any) is (3, "x", 0.5, 7);

        public static bool None() => true;

        public static bool IsNull(double? rate, string? name) => rate is null && name is null;

        public static bool Throws(int depth, string name) => throw new InvalidOperationException("No.");

        public static bool Generic<T>(T any) => any is null;

        public static bool Twice(int depth) => depth == 3;

        public static bool Twice(in double? rate) => rate is null;

        public static bool Unknown(int deep, int depth) => deep == depth;

        public static bool ManyUnknown(int deep, int Depth) => deep == Depth;

        public static bool Other(long depth) => depth == 3;

        public static bool ManyOther(int depth, int name, double rate) => depth + name + rate == 3;

        public static bool ByReference(in int depth) => depth == 3;

        public static int OtherReturn(int depth) => depth;

        public static void Nothing(int depth) => Own(default, depth);

        public bool Instance(int depth) => depth == 3;

        private static bool Hidden(string name) => name == "x";
    }

    private sealed class Open<T>
    {
        private static bool IsDefault(T value) => Equals(value, default(T));
    }
}
