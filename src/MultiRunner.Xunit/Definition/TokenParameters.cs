using System.Reflection;

namespace MultiRunner.Definition;

/// <summary>
/// The parameters of a sweep method that get the token of the attempt: those of type <see cref="CancellationToken"/>. They have no axis
/// and no place in rows, and they are no part of what a point is known by.
/// </summary>
internal static class TokenParameters
{
    /// <summary>Whether a parameter is one. An axis on it is an error, which whoever reads the axes tells.</summary>
    public static bool Is(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(CancellationToken) && !AxisAttributes.Of(parameter).HasValues;

    /// <summary>The arguments of a point with an empty place for each token, as many as the method has parameters.</summary>
    public static object?[] WithPlaces(MethodInfo method, IReadOnlyList<object?> arguments)
    {
        var all = new List<object?>(arguments);
        foreach (var parameter in method.GetParameters().Where(Is))
            all.Insert(parameter.Position, null);
        return [.. all];
    }

    /// <summary>Puts the token into its places.</summary>
    public static void Fill(MethodInfo method, object?[] arguments, CancellationToken token)
    {
        foreach (var parameter in method.GetParameters().Where(Is))
            arguments[parameter.Position] = token;
    }
}
