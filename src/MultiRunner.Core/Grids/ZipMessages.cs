using System.Globalization;

namespace MultiRunner.Grids;

/// <summary>The messages about axes that are walked in step.</summary>
internal static class ZipMessages
{
    public static string Alone(string sweep, IReadOnlyList<List<Axis>> groups)
    {
        var alone = groups.Where(group => group.Count == 1).Select(group => $"'{group[0].Parameter.Name}' is alone in {Zip(group[0])}");
        var all = groups.Select(group => $"{Zip(group[0])} on {string.Join(", ", group.Select(axis => $"'{axis.Parameter.Name}'"))}");
        return $"{sweep}: [Zip] walks two or more parameters in step, but {string.Join(", ", alone)}. Give another parameter the same "
            + $"[Zip], or remove it. The method has {string.Join("; ", all)}.";
    }

    public static string UnequalLengths(string sweep, IEnumerable<List<Axis>> groups)
    {
        var each = groups.Select(group => $"in {Zip(group[0])} {string.Join(", ", group.Select(Length))}");
        return $"{sweep}: parameters that [Zip] walks in step must have equally many values, but {string.Join("; ", each)}. Add or remove "
            + "values, or remove [Zip] to run all combinations.";
    }

    public static string Drawn(string sweep, IReadOnlyCollection<Axis> axes)
    {
        var each = axes.Select(axis => $"'{axis.Parameter.Name}' ({axis.Distribution!.Text}) in {Zip(axis)}");
        return $"{sweep}: parameters that [Zip] walks in step must have values that are listed, but {string.Join(", ", each)} "
            + $"{(axes.Count == 1 ? "has" : "have")} values without number. List them, for instance with [LinRange] or [LogRange], or "
            + "remove [Zip].";
    }

    private static string Length(Axis axis) => string.Create(
        CultureInfo.InvariantCulture, $"'{axis.Parameter.Name}' has {axis.Values.Count:N0}");

    private static string Zip(Axis axis) =>
        axis.Group is { Length: > 0 } group ? $"[Zip({ArgumentJson.TryFormat(group) ?? group})]" : "[Zip]";
}
