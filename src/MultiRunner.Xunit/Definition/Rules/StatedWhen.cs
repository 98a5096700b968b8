using System.Reflection;

namespace MultiRunner.Definition.Rules;

/// <summary>A <c>[When]</c> of a sweep method.</summary>
/// <param name="Parameter">The parameter about which it decides, by name.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="IsInherited">Whether it is written on a method that this one overrides, whose axes may have more values.</param>
internal sealed record StatedWhen(string Parameter, WhenAttribute Attribute, bool IsInherited)
{
    /// <summary>What stands in its parentheses.</summary>
    public string Arguments { get; } = string.Join(
        ", ",
        [
            CodeText.Of(Attribute.Name),
            .. Attribute.Values.Select(CodeText.Of),
            .. Attribute.Limits.Select(limit => $"{limit.Name} = {CodeText.Of(limit.Limit)}"),
            .. Attribute.HasOtherwise ? [$"Otherwise = {CodeText.Of(Attribute.Otherwise)}"] : Array.Empty<string>(),
        ]);

    /// <summary>As it is written in the code, and where.</summary>
    public string Text => $"[When({Arguments})] on {Parameter}";

    /// <summary>Whether it compares a parameter with something.</summary>
    public bool Compares => Attribute.Values.Count > 0 || Attribute.Limits.Count > 0;

    /// <summary>Those of each parameter, or else of the nearest overridden method that has some for it.</summary>
    public static IReadOnlyList<StatedWhen> AllOf(MethodInfo method) => [.. method.GetParameters().SelectMany(AllOf)];

    private static IEnumerable<StatedWhen> AllOf(ParameterInfo parameter)
    {
        foreach (var declared in Declarations.Of((MethodInfo)parameter.Member))
        {
            var stated = declared.GetParameters()[parameter.Position].GetCustomAttributes<WhenAttribute>(inherit: false).ToList();
            if (stated.Count > 0)
                return stated.Select(when => new StatedWhen(parameter.Name!, when, IsInherited: declared != parameter.Member));
        }

        return [];
    }
}
