using System.Reflection;
using MultiRunner.Grids;

namespace MultiRunner.Definition;

/// <summary>The messages about methods that attributes name.</summary>
internal static class MemberMessages
{
    public static string NoMember(string sweep, MemberRule rule, Type type, string name) =>
        $"{Must(sweep, rule)}, but {type.Name} and its base classes have no member '{name}'. Write the name of such a method with nameof.";

    public static string NoMethod(string sweep, MemberRule rule, MemberInfo member)
    {
        var kind = member.MemberType switch
        {
            MemberTypes.Property => "a property",
            MemberTypes.Field => "a field",
            MemberTypes.Event => "an event",
            MemberTypes.Constructor => "a constructor",
            _ => "a type",
        };
        return $"{Must(sweep, rule)}, but {Place(member)} is {kind}. Write a method, and name it with nameof.";
    }

    public static string NotStatic(string sweep, MemberRule rule, MethodInfo method) =>
        $"{Must(sweep, rule)}, but {Place(method)} is not static. No test class exists while the points are listed. "
        + "Make the method static.";

    public static string Generic(string sweep, MemberRule rule, MethodInfo method) =>
        $"{Must(sweep, rule)}, but {Place(method)} is generic, so nothing says which types it is called with. Remove its type parameters. "
        + "A parameter of type object takes any value.";

    public static string Overloads(string sweep, MemberRule rule, IReadOnlyCollection<MemberInfo> members) =>
        $"{Must(sweep, rule)}, but {Place(members.First())} has {members.Count} overloads: "
        + $"{string.Join("; ", members.Select(Signature))}. Rename all but one of them.";

    public static string UnknownParameters(
        string sweep,
        MemberRule rule,
        MethodInfo method,
        IReadOnlyCollection<ParameterInfo> unknown,
        IReadOnlyCollection<Parameter> parameters)
    {
        var each = string.Join(", ", unknown.Select(p => $"'{p.Name}'"));
        var (names, remedy) = unknown.Count == 1 ? ("is the name", "the parameter") : ("are names", "the parameters");
        var known = parameters.Count == 0 ? "The sweep has none" : $"Those of the sweep are {Names(parameters)}";
        return $"{sweep}: the parameters of {Place(method)}, which {rule.Property} names, must be parameters of the sweep by name, but "
            + $"{each} {names} of no parameter of the sweep. {known}. Rename or remove {remedy}.";
    }

    public static string ParametersOfOtherTypes(
        string sweep,
        MemberRule rule,
        MethodInfo method,
        IReadOnlyCollection<(ParameterInfo Parameter, Parameter OfSweep)> wrong)
    {
        var each = wrong.Select(w => $"'{w.Parameter.Name}' ({TypeName(w.Parameter.ParameterType)}) is {TypeName(w.OfSweep.Type)} there");
        return $"{sweep}: the parameters of {Place(method)}, which {rule.Property} names, must take the values of the sweep's parameters "
            + $"of the same names, but {string.Join(", ", each)}. "
            + $"Give {(wrong.Count == 1 ? "the parameter that type" : "the parameters those types")}.";
    }

    public static string ReturnsSomethingElse(string sweep, MemberRule rule, MethodInfo method) =>
        $"{Must(sweep, rule)} that returns {rule.Returned}, but {Place(method)} returns {TypeName(method.ReturnType)}. Let it return "
        + $"{rule.Returned}.";

    public static string Threw(string sweep, MemberRule rule, string method, string values, Exception exception) =>
        $"{sweep}: {method}, which {rule.Property} names, must return {rule.Returned} for all values, but it threw an exception for "
        + $"({values}). Correct the method. The exception was {exception.Describe()}";

    /// <summary>"'Training.Fits'", where the member was found.</summary>
    public static string Place(MemberInfo member) => $"'{member.DeclaringType!.Name}.{member.Name}'";

    private static string Must(string sweep, MemberRule rule) =>
        $"{sweep}: {rule.Property} must be the name of a static method of the class or of a base class";

    private static string Names(IEnumerable<Parameter> parameters) => string.Join(", ", parameters.Select(p => $"'{p.Name}'"));

    private static string Signature(MemberInfo member) => member is MethodInfo method
        ? $"{method.Name}({string.Join(", ", method.GetParameters().Select(p => $"{TypeName(p.ParameterType)} {p.Name}"))})"
        : member.Name;

    private static string TypeName(Type type) =>
        type.IsByRef ? $"ref {TypeName(type.GetElementType()!)}"
        : Nullable.GetUnderlyingType(type) is { } underlying ? $"{underlying.Name}?"
        : type.Name;
}
