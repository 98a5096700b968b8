using System.Reflection;

namespace MultiRunner.Definition.Rules;

/// <summary>An <c>[Exclude]</c> of a sweep method.</summary>
/// <param name="Items">Names and values in turn.</param>
/// <param name="IsInherited">Whether it is written on a method that this one overrides, whose axes may have more values.</param>
internal sealed record StatedExclude(IReadOnlyList<object?> Items, bool IsInherited)
{
    /// <summary>As it is written in the code.</summary>
    public string Text { get; } = $"[Exclude({string.Join(", ", Items.Select(CodeText.Of))})]";

    /// <summary>Names with their values.</summary>
    public IEnumerable<(object? Name, object? Value)> Pairs => Items.Chunk(2).Select(pair => (pair[0], pair[1]));

    /// <summary>Those of the method itself, or else of the nearest method that it overrides and that has some.</summary>
    public static IReadOnlyList<StatedExclude> AllOf(MethodInfo method)
    {
        foreach (var declared in Declarations.Of(method))
        {
            var stated = declared.GetCustomAttributes<ExcludeAttribute>(inherit: false).ToList();
            if (stated.Count > 0)
                return [.. stated.Select(exclude => new StatedExclude(exclude.Items, IsInherited: declared != method))];
        }

        return [];
    }
}
