using System.Reflection;
using MultiRunner.Grids;

namespace MultiRunner.Definition;

/// <summary>
/// Finds the static methods that attributes name. Such a method belongs to the class of the sweep or to one of its base classes, and any
/// visibility will do. The nearest class that has a member of the name counts. Each parameter of the method is a parameter of the sweep,
/// known by its name, and takes its values; the method need not have all of them.
/// </summary>
internal static class MemberLookup
{
    private const BindingFlags OfOneClass =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The method of a name.</summary>
    /// <param name="sweep">The sweep, for messages.</param>
    /// <param name="rule">What names the method, and what it must return.</param>
    /// <param name="type">The class of the sweep method: the one that is tested, not the one that declares the method.</param>
    /// <param name="name">The name of the method.</param>
    /// <param name="parameters">The parameters of the sweep.</param>
    /// <exception cref="GridException">There is no such method, or it does not fit.</exception>
    public static BoundMember Find(string sweep, MemberRule rule, Type type, string name, IReadOnlyList<Parameter> parameters)
    {
        var method = MethodOf(sweep, rule, type, name);
        var own = method.GetParameters();
        var positions = Array.ConvertAll(own, parameter => PositionOf(parameter, parameters));
        if (own.Where((_, i) => positions[i] < 0).ToList() is { Count: > 0 } unknown)
            throw new GridException(MemberMessages.UnknownParameters(sweep, rule, method, unknown, parameters));
        var wrong = own.Zip(positions, (parameter, position) => (parameter, parameters[position]))
            .Where(pair => !Takes(pair.parameter.ParameterType, pair.Item2.Type))
            .ToList();
        if (wrong.Count > 0)
            throw new GridException(MemberMessages.ParametersOfOtherTypes(sweep, rule, method, wrong));
        return rule.MayReturn(method.ReturnType)
            ? new BoundMember(sweep, rule, method, parameters, positions)
            : throw new GridException(MemberMessages.ReturnsSomethingElse(sweep, rule, method));
    }

    private static MethodInfo MethodOf(string sweep, MemberRule rule, Type type, string name)
    {
        var found = NearestOf(type, name);
        if (found.Count == 0)
            throw new GridException(MemberMessages.NoMember(sweep, rule, type, name));
        if (found.Count > 1)
            throw new GridException(MemberMessages.Overloads(sweep, rule, found));
        if (found[0] is not MethodInfo method)
            throw new GridException(MemberMessages.NoMethod(sweep, rule, found[0]));
        if (!method.IsStatic)
            throw new GridException(MemberMessages.NotStatic(sweep, rule, method));
        return method.ContainsGenericParameters
            ? throw new GridException(MemberMessages.Generic(sweep, rule, method))
            : method;
    }

    /// <summary>The members of a name in the nearest class that has any. Reflection passes over private members of base classes.</summary>
    private static List<MemberInfo> NearestOf(Type type, string name)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            // A blank at the end, or a star, would make a pattern of the name.
            var members = level.GetMembers(OfOneClass).Where(member => member.Name == name).ToList();
            if (members.Count > 0)
                return members;
        }

        return [];
    }

    private static int PositionOf(ParameterInfo parameter, IReadOnlyList<Parameter> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == parameter.Name)
                return i;
        }

        return -1;
    }

    /// <summary>Whether every value of one type is one of the other, too.</summary>
    private static bool Takes(Type type, Type values) =>
        type.IsAssignableFrom(values) || Nullable.GetUnderlyingType(type) == values;
}
