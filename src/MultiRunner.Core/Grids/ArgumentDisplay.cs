using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MultiRunner.Grids;

/// <summary>
/// Arguments as the names of test cases show them: an object by its ToString when that is its own, and all else by its JSON. The name
/// tells nobody which point it is; the key does.
/// </summary>
internal static class ArgumentDisplay
{
    /// <summary>One argument on one line, in any culture.</summary>
    public static string Of(object? argument) =>
        Escape.Controls(OwnText(argument) ?? ArgumentJson.TryFormat(argument) ?? argument!.GetType().ToString());

    private static string? OwnText(object? argument)
    {
        if (ArgumentJson.IsScalar(argument) || argument is Array || !HasOwnText(argument!.GetType()))
            return null;
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return argument.ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        }
        catch (Exception e) when (!ArgumentObjects.IsFatal(e))
        {
            return null;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>
    /// Whether somebody wrote how the type is shown. The compiler writes the ToString of records, which calls a PrintMembers that may be
    /// the user's.
    /// </summary>
    private static bool HasOwnText(Type type)
    {
        if (ValueTuples.Is(type))
            return false;
        var method = type.GetMethod(nameof(ToString), Type.EmptyTypes)!;
        if (method.DeclaringType == typeof(object) || method.DeclaringType == typeof(ValueType))
            return false;
        return !IsCompilers(method)
            || (method.DeclaringType!.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is { } print
                && !IsCompilers(print));
    }

    /// <summary>The ToString of an anonymous type is the compiler's, too, but only the type is marked.</summary>
    private static bool IsCompilers(MethodInfo method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || method.DeclaringType!.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
