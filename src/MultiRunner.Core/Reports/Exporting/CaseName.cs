using MultiRunner.Grids;

namespace MultiRunner.Reports.Exporting;

/// <summary>
/// The names of test cases, as <c>dotnet test</c> shows them. The sweep directory has the arguments as JSON. So an argument that has a
/// text of its own (its ToString), and a row that has a label, appear as their JSON here.
/// </summary>
internal static class CaseName
{
    private const string VersionPrefix = " (version ";

    /// <summary>Namespace, class and method without the version, and the version or null.</summary>
    /// <param name="sweep">What a report calls the sweep.</param>
    public static (string FullName, string? Version) Split(string sweep) =>
        sweep.EndsWith(')') && sweep.IndexOf(VersionPrefix, StringComparison.Ordinal) is > 0 and var at
            ? (sweep[..at], sweep[(at + VersionPrefix.Length)..^1])
            : (sweep, null);

    /// <summary>"n: 1, text: \"a\"".</summary>
    public static string Arguments(IReadOnlyList<string> parameters, IReadOnlyList<CanonicalJson?> arguments) => string.Join(
        ", ",
        parameters.Zip(arguments)
            .Where(a => a.Second is not null)
            .Select(a => PointDisplay.Of(a.First, Escape.Controls(a.Second!.Value.Text))));
}
