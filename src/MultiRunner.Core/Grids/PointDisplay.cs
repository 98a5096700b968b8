using System.Text;

namespace MultiRunner.Grids;

/// <summary>Shows the arguments of the points of one sweep, as in the names of their test cases.</summary>
/// <param name="parameters">The parameters of the sweep.</param>
internal sealed class PointDisplay(IReadOnlyList<Parameter> parameters)
{
    // The values of an axis come back at each of its points. Those of rows do not, and are not all kept.
    private const int Most = 10_000;

    private readonly StringBuilder text = new();
    private readonly Dictionary<object, string>[] known =
        [.. parameters.Select(_ => new Dictionary<object, string>(ReferenceEqualityComparer.Instance))];

    /// <summary>"learningRate: 0.1, layers: 2": the shortest text that is each value, in any culture.</summary>
    public string Of(IReadOnlyList<object?> arguments)
    {
        text.Clear();
        for (var i = 0; i < parameters.Count; i++)
            text.Append(i == 0 ? "" : ", ").Append(Of(parameters[i].Name, Of(i, arguments[i])));
        return text.ToString();
    }

    /// <summary>"layers: 2": one argument in the name of a test case.</summary>
    public static string Of(string parameter, string argument) => $"{parameter}: {argument}";

    private string Of(int parameter, object? argument)
    {
        if (argument is null)
            return ArgumentDisplay.Of(argument);
        var texts = known[parameter];
        if (texts.TryGetValue(argument, out var shown))
            return shown;
        shown = ArgumentDisplay.Of(argument);
        if (texts.Count < Most)
            texts.Add(argument, shown);
        return shown;
    }
}
