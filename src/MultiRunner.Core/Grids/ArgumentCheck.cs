using System.Globalization;
using System.Runtime.CompilerServices;

namespace MultiRunner.Grids;

/// <summary>
/// Looks closely at an argument that is an array, a tuple or an object, or that could not be written: another process has to be able to
/// make the same value from its text.
/// </summary>
internal static class ArgumentCheck
{
    /// <summary>Makes sure that JSON carries an argument.</summary>
    /// <exception cref="GridException">It does not.</exception>
    public static void Check(string sweep, Parameter parameter, object argument)
    {
        if (ArgumentDepth.IsTooDeep(argument))
            throw TooDeep(sweep, parameter, argument);
        CheckParts(sweep, parameter, argument);
    }

    private static void CheckParts(string sweep, Parameter parameter, object argument)
    {
        if (ArgumentJson.IsScalar(argument))
        {
            if (ArgumentJson.TryFormat(argument) is null)
                throw Scalar(sweep, parameter, argument);
        }
        else if (argument is Array { Rank: > 1 } block)
        {
            throw Refused(
                sweep, parameter, argument, $"has {block.Rank} dimensions", $"Pass an array of arrays, such as {Jagged(block)}.");
        }
        else if (ItemsOf(argument) is { } items)
        {
            foreach (var item in items)
            {
                if (item is not null)
                    CheckParts(sweep, parameter, item);
            }
        }
        else
        {
            CheckObject(sweep, parameter, argument);
        }
    }

    /// <summary>
    /// An argument goes through JSON by itself, and cannot be written in the place of its parameter: a base type lists it under a name
    /// that one of its properties has.
    /// </summary>
    public static GridException NotWritten(string sweep, Parameter parameter, object argument) => Refused(
        sweep,
        parameter,
        argument,
        $"System.Text.Json cannot write as a {parameter.Type}",
        $"Correct the [JsonDerivedType] and [JsonPolymorphic] of its base types, or pass a name and build the {NameOf(argument)} inside "
            + "the method.");

    private static IEnumerable<object?>? ItemsOf(object argument) => argument switch
    {
        Array array => ArgumentConverter.Governs(array.GetType().GetElementType()!) && ArgumentJson.TryFormat(array) is not null
            ? []
            : array.Cast<object?>(),
        ITuple tuple when ValueTuples.Is(argument.GetType()) => ValueTuples.Items(tuple),
        _ => null,
    };

    private static void CheckObject(string sweep, Parameter parameter, object argument)
    {
        string? problem;
        try
        {
            problem = RoundTrip.ProblemOf(argument);
        }
        catch (ScalarException e)
        {
            throw Scalar(sweep, parameter, e.Value);
        }

        if (problem is not null)
            throw Refused(
                sweep,
                parameter,
                argument,
                problem,
                $"Make all of its state public properties, as in a record, or pass a name and build the {NameOf(argument)} inside the "
                    + "method.");
    }

    private static GridException TooDeep(string sweep, Parameter parameter, object argument) => new(
        $"{sweep}: an argument has at most {ArgumentDepth.Most} levels of arrays, tuples and objects within each other, since readers of "
        + $"JSON stop at 64, but parameter '{parameter.Name}' got a {argument.GetType()} that has more, or that contains itself. Make it "
        + $"flatter, for instance a list whose items name each other by index, or pass a name and build the {NameOf(argument)} inside "
        + "the method.");

    private static GridException Refused(string sweep, Parameter parameter, object argument, string problem, string remedy) =>
        new GridException(
        $"{sweep}: arguments must be values that JSON can carry (numbers, bool, char, string, enums, dates and times, Guid, Uri, "
        + $"Version, null, objects that go through System.Text.Json and back unchanged, and arrays and tuples of all these), but "
        + $"parameter '{parameter.Name}' got a {argument.GetType()}, which {problem}. {remedy}");

    private static GridException Scalar(string sweep, Parameter parameter, object value)
    {
        if (value is DateTime time)
            return new GridException(string.Create(
                CultureInfo.InvariantCulture,
                $"{sweep}: a time must be the same on every machine, but parameter "
                + $"'{parameter.Name}' got {time:yyyy-MM-ddTHH:mm:ss} of DateTimeKind.Local, whose instant depends on the time zone of "
                + $"the machine. {ArgumentJson.TimeRemedy}"));
        return value is string or char or Uri
            ? new GridException(
                $"{sweep}: a text must be valid Unicode, but parameter '{parameter.Name}' got "
                + $"\"{Escaped((value as Uri)?.OriginalString ?? value.ToString()!)}\", which has half of a surrogate pair. Remove "
                + $"that half, or pass a name for the text and build it inside the method.")
            : Refused(sweep, parameter, value, "is a number of another size in another process", "Pass a long.");
    }

    private static string Jagged(Array block) =>
        block.GetType().GetElementType()!.Name + string.Concat(Enumerable.Repeat("[]", block.Rank));

    private static string NameOf(object argument)
    {
        var name = argument.GetType().Name;
        var arity = name.IndexOf('`', StringComparison.Ordinal);
        return arity < 0 ? name : name[..arity];
    }

    private static string Escaped(string text) =>
        string.Concat(text.Select(c =>
            char.IsSurrogate(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : c.ToString()));
}
