using System.Text;
using System.Text.Json;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Page;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>A page as a test looks at it.</summary>
internal sealed class PageText
{
    private const string DataBegins = "<script type=\"application/json\" id=\"sweep-data\">";
    private const string ScriptEnds = "</script>";

    private PageText(byte[] bytes)
    {
        Bytes = bytes;
        Whole = Encoding.UTF8.GetString(bytes);
        var data = Whole.IndexOf(DataBegins, StringComparison.Ordinal) + DataBegins.Length;
        Data = Whole[data..Whole.IndexOf(ScriptEnds, data, StringComparison.Ordinal)];
        Body = Whole[Whole.IndexOf("<main>", StringComparison.Ordinal)..Whole.IndexOf("</main>", StringComparison.Ordinal)];
    }

    public byte[] Bytes { get; }

    public string Whole { get; }

    /// <summary>What stands in the element with the data.</summary>
    public string Data { get; }

    /// <summary>What is shown without a script.</summary>
    public string Body { get; }

    /// <summary>The data, parsed.</summary>
    public JsonElement Json => JsonDocument.Parse(Data).RootElement;

    public static PageText Of(SweepReport report)
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(report, stream);
        return new PageText(stream.ToArray());
    }

    public static PageText Of(SweepOnDisk sweep, string path) => new(File.ReadAllBytes(sweep.FullPath(path)));

    public IReadOnlyList<string> Texts(string list) => [.. Json.GetProperty(list).EnumerateArray().Select(text => text.GetString()!)];
}
