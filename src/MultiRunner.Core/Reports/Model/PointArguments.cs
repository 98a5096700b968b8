using System.Text.Json;
using MultiRunner.Grids;

namespace MultiRunner.Reports.Model;

/// <summary>The arguments of a point, taken from its key.</summary>
internal static class PointArguments
{
    /// <summary>The arguments by name; none when the key is not an object.</summary>
    public static IReadOnlyDictionary<string, CanonicalJson> Of(CanonicalJson key)
    {
        using var document = JsonDocument.Parse(key.Text);
        var arguments = new Dictionary<string, CanonicalJson>(StringComparer.Ordinal);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            foreach (var argument in document.RootElement.EnumerateObject())
                arguments[argument.Name] = new CanonicalJson(argument.Value.GetRawText());
        }

        return arguments;
    }

    /// <summary>The arguments in the order of the parameters; null where there is none of that name.</summary>
    public static IReadOnlyList<CanonicalJson?> InOrder(CanonicalJson key, IReadOnlyList<string> parameters)
    {
        var arguments = Of(key);
        return [.. parameters.Select(p => arguments.TryGetValue(p, out var value) ? value : (CanonicalJson?)null)];
    }
}
