using System.Runtime.CompilerServices;

namespace MultiRunner.Grids;

/// <summary>
/// Copies of arguments, for code that may change what it gets. An argument that has been <see cref="ArgumentCheck">checked</see> can
/// always be copied.
/// </summary>
internal static class ArgumentCopy
{
    /// <summary>A value that shares nothing with the argument that could be changed.</summary>
    public static object? Of(object? argument)
    {
        if (ArgumentJson.IsScalar(argument))
            return argument;
        var type = argument!.GetType();
        return argument switch
        {
            Array array => OfArray(array),
            ITuple tuple when ValueTuples.Is(type) => ValueTuples.Create(type, [.. ValueTuples.Items(tuple).Select(Of)]),
            _ => ArgumentObjects.Read(ArgumentObjects.Write(argument), type),
        };
    }

    /// <summary>The items are copied one by one, since each may be of a type of its own.</summary>
    private static Array OfArray(Array array)
    {
        var copy = (Array)array.Clone();
        if (ArgumentConverter.Governs(array.GetType().GetElementType()!))
            return copy;
        for (var i = 0; i < copy.Length; i++)
            copy.SetValue(Of(copy.GetValue(i)), i);
        return copy;
    }
}
