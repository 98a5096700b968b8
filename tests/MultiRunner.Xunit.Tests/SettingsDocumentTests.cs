using System.Reflection;
using System.Text.RegularExpressions;
using MultiRunner.Membership;

namespace MultiRunner.Tests;

/// <summary>docs/settings.md names every setting that there is, and no other.</summary>
public sealed partial class SettingsDocumentTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(SubjectRunner.ProjectDirectory, "..", ".."));
    private static readonly string Document = File.ReadAllText(Path.Combine(Root, "docs", "settings.md"));

    /// <summary>The cells of each row of its tables.</summary>
    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. Document.Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]),
    ];

    [Fact]
    public void It_names_every_environment_variable_of_the_code()
    {
        var inSources = Sources("*.cs").SelectMany(file => Variable().Matches(File.ReadAllText(file)).Select(match => match.Value));

        Assert.Equal(
            inSources.Concat(TextSettingsOfTheCode.Keys).Distinct().Order(StringComparer.Ordinal),
            Variable().Matches(Document).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_names_every_MSBuild_property_of_the_packages()
    {
        var used = Sources("*.targets").Concat(Sources("*.props"))
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) is "build" or "buildTransitive" or "Sdk")
            .SelectMany(file => PropertyUse().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

        Assert.Equal(
            used.Distinct().Order(StringComparer.Ordinal),
            Rows.SelectMany(row => row).SelectMany(cell => PropertyName().Matches(cell).Select(match => match.Groups[1].Value))
                .Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_names_every_property_of_the_attribute()
    {
        var properties = typeof(SweepTheoryAttribute).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod?.IsPublic == true)
            .Select(property => property.Name);
        var table = Rows.SkipWhile(row => row[0] != "`[SweepTheory(...)]`").Skip(2).TakeWhile(row => row[0] != "setting");

        Assert.Equal(
            properties.Order(StringComparer.Ordinal),
            table.SelectMany(row => Code().Matches(row[0]).Select(match => match.Groups[1].Value)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Defaults_and_limits_are_those_of_the_code()
    {
        var options = new SweepOptions();
        var defaults = new Dictionary<string, string>
        {
            [TextSettings.MaxAttempts.Variable] = $"{options.MaxAttempts}",
            [TextSettings.MaxErrors.Variable] = $"{options.MaxErrors}",
            [TextSettings.Lease.Variable] = FormattableString.Invariant($"{options.Lease.TotalSeconds}"),
            [TextSettings.Patience.Variable] = FormattableString.Invariant($"{options.Patience.TotalSeconds}"),
            [TextSettings.Speculation.Variable] = $"`{options.Speculation}`",
            [TextSettings.Order.Variable] = $"`{options.Order}`",
            [TextSettings.SummaryAbove.Variable] = $"{options.SummaryAbove}",
            [TextSettings.GpusPerPoint.Variable] = $"{options.GpusPerPoint}",
        };

        Assert.Equal(TextSettingsOfTheCode.Keys.Order(StringComparer.Ordinal), defaults.Keys.Order(StringComparer.Ordinal));
        Assert.All(TextSettingsOfTheCode, setting =>
        {
            var row = Assert.Single(Rows, row => row.Length == 5 && row[1] == $"`{setting.Key}`");
            Assert.Equal(defaults[setting.Key], row[3]);
            Assert.StartsWith(setting.Value, row[4], StringComparison.Ordinal);
        });
        Assert.Single(Rows, row => row[0] == "`MaxPoints`" && row.Length == 5 && row[3] == $"{new SweepTheoryAttribute().MaxPoints}");
    }

    /// <summary>The rule of each setting that can be given as text, by its environment variable.</summary>
    private static IReadOnlyDictionary<string, string> TextSettingsOfTheCode { get; } = typeof(TextSettings)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)!)
        .ToDictionary(setting => Text(setting, "Variable"), setting => Text(setting, "Rule"));

    private static string Text(object setting, string property) => (string)setting.GetType().GetProperty(property)!.GetValue(setting)!;

    private static IEnumerable<string> Sources(string pattern) =>
        Directory.GetFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any());

    [GeneratedRegex("MULTIRUNNER(_[A-Z]+)+")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\$\((MultiRunner\w+)\)")]
    private static partial Regex PropertyUse();

    [GeneratedRegex(@"`(MultiRunner\w+)`")]
    private static partial Regex PropertyName();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
