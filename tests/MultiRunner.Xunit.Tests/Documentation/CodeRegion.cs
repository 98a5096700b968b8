namespace MultiRunner.Tests.Documentation;

/// <summary>What stands between #region and #endregion of a source file.</summary>
internal static class CodeRegion
{
    private const string Begin = "#region ";
    private const string End = "#endregion";

    /// <summary>The lines of a region without their common indentation; null when there is no such region, or there are several.</summary>
    public static string? Read(string source, string name)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        if (lines.Count(line => line.Trim() == Begin + name) != 1)
            return null;
        var inside = lines.SkipWhile(line => line.Trim() != Begin + name).Skip(1).TakeWhile(line => line.Trim() != End).ToList();
        var indentation = inside.Where(line => line.Length > 0)
            .Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty()
            .Min();
        return string.Join('\n', inside.Select(line => line.Length > 0 ? line[indentation..] : line)).Trim('\n');
    }
}
