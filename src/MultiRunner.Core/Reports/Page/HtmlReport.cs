using System.Text;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Page;

/// <summary>
/// The report as one page that opens from disk, without a server and without a network: what the report says as plain HTML, the data,
/// and the script that draws them. A browser that obeys the page's Content-Security-Policy makes no request for it.
/// </summary>
internal static class HtmlReport
{
    private const string Policy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
        + "base-uri 'none'; form-action 'none'";

    /// <summary>Writes the page, as UTF-8, without ever holding it whole: with many points it is large.</summary>
    public static void Write(SweepReport report, Stream stream)
    {
        var data = new PageData(report);
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true)
        {
            NewLine = "\n",
        };
        WriteHead(report, text);
        WriteInto(text, stream, "<style>\n", Styles, "</style>\n</head>\n<body>\n");
        new StaticPart(text).Write(report, data.Left);
        WriteInto(text, stream, "<script type=\"application/json\" id=\"sweep-data\">", data.Write, "</script>\n");
        WriteInto(text, stream, "<script>", PageAssets.CopyECharts, "</script>\n");
        WriteInto(text, stream, "<script>\n", Scripts, "</script>\n");
        text.Write("</body>\n</html>\n");
    }

    private static void WriteHead(SweepReport report, StreamWriter text)
    {
        text.WriteLine("<!DOCTYPE html>");
        text.WriteLine("<html lang=\"en\">");
        text.WriteLine("<head>");
        text.WriteLine("<meta charset=\"utf-8\">");
        text.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        text.WriteLine($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">");
        text.WriteLine($"<title>{Html.Line(report.Sweep)}</title>");
    }

    /// <summary>Writes something that goes to the stream as bytes between two texts.</summary>
    private static void WriteInto(StreamWriter text, Stream stream, string before, Action<Stream> content, string after)
    {
        text.Write(before);
        text.Flush();
        content(stream);
        text.Write(after);
    }

    private static void Styles(Stream stream) => Copy(PageAssets.Styles, stream);

    private static void Scripts(Stream stream) => Copy(PageAssets.Scripts, stream);

    private static void Copy(IReadOnlyList<string> names, Stream stream)
    {
        foreach (var name in names)
        {
            PageAssets.Copy(name, stream);

            // A file may end without a line end, and its last line may be a comment.
            stream.WriteByte((byte)'\n');
        }
    }
}
