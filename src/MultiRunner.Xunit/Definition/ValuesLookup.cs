using System.Reflection;
using MultiRunner.Grids;

namespace MultiRunner.Definition;

/// <summary>
/// Finds the static members that give axes their values. The nearest class that has a member of the name counts, and any visibility will
/// do.
/// </summary>
internal static class ValuesLookup
{
    private const BindingFlags OfOneClass =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The member of a name.</summary>
    /// <param name="axis">The axis, for messages.</param>
    /// <param name="type">The class that has the member, or inherits it.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="GridException">There is no such member, or it gives no values.</exception>
    public static MemberInfo Find(string axis, Type type, string name)
    {
        var named = Levels(type).Select(level => level.Where(member => member.Name == name).ToList())
            .FirstOrDefault(level => level.Count > 0);
        var found = named?.FirstOrDefault(IsWithoutParameters) ?? named?[0];
        var problem = found is null ? Missing(type, name) : ProblemOf(found);
        return problem is null ? found! : throw new GridException(AxisMessages.NoValuesFrom(axis, problem));
    }

    /// <summary>What the member holds or returns now.</summary>
    public static object? Read(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetValue(null),
        FieldInfo field => field.GetValue(null),
        _ => ((MethodInfo)member).Invoke(null, null),
    };

    /// <summary>Reflection passes over the private members of base classes, so each class is asked for its own.</summary>
    private static IEnumerable<MemberInfo[]> Levels(Type type)
    {
        for (var level = type; level is not null; level = level.BaseType)
            yield return level.GetMembers(OfOneClass);
    }

    private static bool IsWithoutParameters(MemberInfo member) =>
        member is not MethodInfo method || (method.GetParameters().Length == 0 && !method.IsGenericMethod);

    private static MemberProblem Missing(Type type, string name)
    {
        var fitting = Levels(type).SelectMany(level => level)
            .Where(member => member is not MethodInfo { IsSpecialName: true } && !member.Name.Contains('<', StringComparison.Ordinal))
            .Where(member => ProblemOf(member) is null && TypeOf(member) != typeof(object))
            .Select(member => $"'{member.Name}'")
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return new(
            $"{type.Name} and its base classes have no member '{name}'",
            fitting.Count == 0
                ? "Write such a member, and name it with nameof."
                : $"Name one with nameof. There {(fitting.Count == 1 ? "is" : "are")} {Offenders.Some(fitting, ", ")}.");
    }

    private static MemberProblem? ProblemOf(MemberInfo member)
    {
        if (TypeOf(member) is not { } type)
            return new($"{MemberProblem.Place(member)} is none of these", "Name another member.");
        if (!IsStatic(member))
            return new(
                $"{MemberProblem.Place(member)} is not static",
                "No test class exists while the points are listed. Make the member static.");
        if (!IsWithoutParameters(member) || member.DeclaringType!.ContainsGenericParameters)
            return new(
                $"nothing says which arguments or types {MemberProblem.Place(member)} is to get",
                "Write a member without parameters and type parameters that calls it.");
        return type == typeof(object) || MemberProblem.IsSequence(type) ? null : MemberProblem.OtherType(member, type);
    }

    /// <summary>The type of what the member holds or returns; null if it cannot be read.</summary>
    private static Type? TypeOf(MemberInfo member) => member switch
    {
        PropertyInfo { GetMethod: not null } property => property.PropertyType,
        FieldInfo field => field.FieldType,
        MethodInfo method => method.ReturnType,
        _ => null,
    };

    private static bool IsStatic(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetMethod!.IsStatic,
        FieldInfo field => field.IsStatic,
        _ => ((MethodInfo)member).IsStatic,
    };
}
