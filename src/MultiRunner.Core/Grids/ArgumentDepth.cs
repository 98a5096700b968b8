using System.Runtime.CompilerServices;

namespace MultiRunner.Grids;

/// <summary>
/// How many arrays, tuples and objects of an argument stand within each other. Manifest and report.json have four levels around an
/// argument, and readers of JSON stop at 64 levels unless they are told otherwise. An argument that contains itself has no end.
/// </summary>
internal static class ArgumentDepth
{
    /// <summary>How many levels an argument may have. A number or a text has none.</summary>
    public const int Most = 32;

    /// <summary>Whether an argument has more levels than it may have.</summary>
    public static bool IsTooDeep(object argument) => Exceeds(argument, 0);

    private static bool Exceeds(object? argument, int around)
    {
        if (ArgumentJson.IsScalar(argument))
            return false;
        if (ItemsOf(argument!) is not { } items)
            return around + ArgumentObjects.DepthOf(argument!) > Most;
        return around >= Most || items.Any(item => Exceeds(item, around + 1));
    }

    private static IEnumerable<object?>? ItemsOf(object argument) => argument switch
    {
        Array array => ArgumentConverter.Governs(array.GetType().GetElementType()!) ? [] : array.Cast<object?>(),
        ITuple tuple when ValueTuples.Is(argument.GetType()) => ValueTuples.Items(tuple),
        _ => null,
    };
}
