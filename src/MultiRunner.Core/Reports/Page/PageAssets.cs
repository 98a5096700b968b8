using System.Reflection;
using System.Text;

namespace MultiRunner.Reports.Page;

/// <summary>What is the same in every page: the style, the scripts and ECharts, which are inside this assembly.</summary>
internal static class PageAssets
{
    private const string Prefix = "MultiRunner.Reports.Page.";
    private const string Assets = Prefix + "Assets.";
    private const string ECharts = Prefix + "echarts.js";
    private const string Notices = Prefix + "THIRD-PARTY-NOTICES.txt";
    private const string HeadingOfECharts = "Apache ECharts\n";

    private static readonly Assembly Here = typeof(PageAssets).Assembly;

    /// <summary>The style sheets, in the ordinal order of their file names.</summary>
    public static IReadOnlyList<string> Styles { get; } = NamesOf(".css");

    /// <summary>The scripts of the page itself, in the ordinal order of their file names.</summary>
    public static IReadOnlyList<string> Scripts { get; } = NamesOf(".js");

    /// <summary>Copies one of <see cref="Styles"/> or <see cref="Scripts"/>.</summary>
    public static void Copy(string name, Stream target) => CopyResource(Assets + name, target);

    /// <summary>Copies the script of ECharts.</summary>
    public static void CopyECharts(Stream target) => CopyResource(ECharts, target);

    /// <summary>The licence of ECharts and of what is inside it: its part of THIRD-PARTY-NOTICES.txt.</summary>
    public static string LicenceOfECharts()
    {
        using var reader = new StreamReader(Open(Notices), Encoding.UTF8);
        var parts = reader.ReadToEnd().ReplaceLineEndings("\n").Split($"{new string('-', 79)}\n");
        var heading = Array.FindIndex(parts, part => part.StartsWith(HeadingOfECharts, StringComparison.Ordinal));
        return $"{parts[heading]}{parts[heading + 1]}";
    }

    private static IReadOnlyList<string> NamesOf(string extension) =>
    [
        .. Here.GetManifestResourceNames()
            .Where(name => name.StartsWith(Assets, StringComparison.Ordinal) && name.EndsWith(extension, StringComparison.Ordinal))
            .Select(name => name[Assets.Length..])
            .Order(StringComparer.Ordinal),
    ];

    private static void CopyResource(string name, Stream target)
    {
        using var resource = Open(name);
        resource.CopyTo(target);
    }

    private static Stream Open(string name) => Here.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The resource '{name}' is not in {Here.GetName().Name}. Build the project again.");
}
