using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Page;

/// <summary>The texts of results and the files beside them, by row.</summary>
internal sealed class PageDetails
{
    /// <summary>How many characters a text has at most.</summary>
    public const int LongestText = 2_000;

    /// <summary>How many characters all texts have together; after that no more are written.</summary>
    public const int MostCharacters = 2_000_000;

    private readonly IReadOnlyList<ReportPoint> points;

    // The first row whose texts have no room any more.
    private readonly int end;

    /// <param name="points">The points of the page, one for each row.</param>
    public PageDetails(IReadOnlyList<ReportPoint> points)
    {
        this.points = points;
        var characters = 0L;
        for (end = 0; end < points.Count; end++)
        {
            characters += (points[end].Details ?? new Dictionary<string, string>()).Sum(d => d.Key.Length + Shown(d.Value).Length);
            if (characters > MostCharacters)
                break;
        }
    }

    /// <summary>What is left out, a sentence each.</summary>
    public IEnumerable<string> Left
    {
        get
        {
            if (end < points.Count)
                yield return $"This page has no texts of results from {Display.Points([points[end].Index])} on; report.json has all.";
            else if (points.Any(p => p.Details is not null && p.Details.Values.Any(text => text.Length > LongestText)))
                yield return "Long texts of results are cut on this page; report.json has them whole.";
        }
    }

    /// <summary>Writes the properties <c>details</c> and <c>artifacts</c>.</summary>
    public void Write(PageJson json)
    {
        json.Object("details", () => ForEach(p => p.Details, (row, details) => WriteDetails(json, row, details)));
        json.Object("artifacts", () => ForEach(p => p.Artifacts, (row, files) => json.Texts(Display.Number(row), files)));
        json.Object("moreArtifacts", () => ForEach(p => p.MoreArtifacts, (row, more) => json.Integer(Display.Number(row), more)));
    }

    private void WriteDetails(PageJson json, int row, IReadOnlyDictionary<string, string> details)
    {
        if (row >= end)
            return;
        json.Object(Display.Number(row), () =>
        {
            foreach (var (name, text) in details)
                json.Text(name, Shown(text));
        });
    }

    private void ForEach<T>(Func<ReportPoint, T?> valueOf, Action<int, T> write)
    {
        for (var row = 0; row < points.Count; row++)
        {
            if (valueOf(points[row]) is { } value)
                write(row, value);
        }
    }

    private static string Shown(string text) => Display.Shortened(text, LongestText);
}
