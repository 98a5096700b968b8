using MultiRunner.Grids;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>The key of one point.</summary>
internal static class PointKey
{
    public static string Of(string sweep, IReadOnlyList<Parameter> parameters, IReadOnlyList<object?> arguments)
    {
        using var writer = new KeyWriter(sweep, parameters);
        return writer.KeyOf(arguments);
    }
}
