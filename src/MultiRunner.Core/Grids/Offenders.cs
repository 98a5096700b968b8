namespace MultiRunner.Grids;

/// <summary>What is wrong, one by one, as a message lists it.</summary>
internal static class Offenders
{
    private const int Most = 5;

    /// <summary>The first of them, and "..." for the rest.</summary>
    public static string Some(IReadOnlyCollection<string> offenders, string separator) =>
        string.Join(separator, offenders.Count > Most ? offenders.Take(Most).Append("...") : offenders);
}
