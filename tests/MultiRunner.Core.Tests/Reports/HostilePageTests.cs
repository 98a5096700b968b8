using System.Text.Json;
using System.Text.RegularExpressions;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Results;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>No text of a sweep can end an element of the page, begin one, or be run.</summary>
public partial class HostilePageTests
{
    private const string Worker = "<b>\"w'&-1-aaaa";

    private static readonly string[] Hostile =
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>--><img src=x onerror=alert(1)>",
        "\" onload=\"alert(1)",
        "' autofocus onfocus='alert(1)",
        "line\u2028separator\u2029paragraph",
        "bell\u0007escape\u001b[31mnull\0end",
        "right\u202Eleft",
        "&lt;script&gt; &amp;",
        "javascript:alert(1)",
        "=HYPERLINK(\"http://example.org\")",
        "half \ud83d",
    ];

    public static TheoryData<string> Texts => [.. Hostile];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_hostile_text_is_shown_as_it_is_wherever_it_stands(string text)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The id of a worker is part of names of files, and Windows does not allow such characters in them.");
        using var sweep = With(text);
        var page = PageText.Of(await sweep.Read());

        // The data, ECharts and the page's own script; nothing else begins or ends a script, whatever the text is.
        using var harmless = SampleSweeps.JustBegun();
        var assets = PageText.Of(await harmless.Read());
        Assert.Equal(Count(Script(), assets.Whole), Count(Script(), page.Whole));
        Assert.Equal(Count(Image(), assets.Whole), Count(Image(), page.Whole));
        Assert.Equal(Count(Comment(), assets.Whole), Count(Comment(), page.Whole));
        foreach (var control in new[] { '\u2028', '\u2029', '\u0007', '\u001b', '\0', '\u202E' })
        {
            Assert.DoesNotContain(control, page.Data);
            Assert.DoesNotContain(control, page.Body);
        }

        // Whatever element the page has is one of its own, without an attribute that the text brought.
        Assert.All(Element().Matches(page.Body), element => Assert.Matches("^<[a-z0-9]+( (id|class|scope)=\"[a-z0-9-]+\")*( hidden)?>$", element.Value));
        Assert.DoesNotContain('<', page.Data);
        Assert.DoesNotContain('&', page.Data);
        AssertSame(text.Replace('\ud83d', '\uFFFD'), page.Json);
    }

    private static void AssertSame(string text, JsonElement data)
    {
        Assert.Equal($"N.{text}.M", data.GetProperty("sweep").GetString());
        var parameter = data.GetProperty("parameters")[0];
        Assert.Equal($"p{text}", parameter.GetProperty("name").GetString());
        Assert.Contains($"m{text}", data.GetProperty("metrics").EnumerateArray().Select(m => m.GetString()));
        Assert.Contains(Worker, data.GetProperty("workers").EnumerateArray().Select(w => w.GetProperty("id").GetString()));
        Assert.Contains(text, data.GetProperty("texts").EnumerateArray().Select(t => t.GetString()));
        Assert.Contains($"stack {text}", data.GetProperty("texts").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal(text, data.GetProperty("details").GetProperty("0").GetProperty($"d{text}").GetString());
        Assert.Equal($"T{text}", data.GetProperty("attempts")[0].GetProperty("type").GetString());
        Assert.Equal(text, data.GetProperty("workers")[0].GetProperty("reason").GetString());
        Assert.True(data.GetProperty("curves").TryGetProperty($"m{text}", out _));
    }

    private static SweepOnDisk With(string text)
    {
        var sweep = new SweepOnDisk();
        sweep.Rows("N.M", new Objective("score", Maximize: true), ["p"], [1], [2]);
        sweep.Edit(m => m with
        {
            Sweep = $"N.{text}.M",
            Parameters = [new ManifestParameter($"p{text}", "string")],
            Points = [.. m.Points.Select((_, i) => new CanonicalJson($"{{{Json($"p{text}")}:{Json($"{text}{i}")}}}"))],
        });
        sweep.Finish(
            0,
            Worker,
            r => r with
            {
                Metrics = new() { ["score"] = 1, [$"m{text}"] = -1.5 },
                Details = new() { [$"d{text}"] = text },
                Curves = new() { [$"m{text}"] = [new CurvePoint(0, 1)] },
            },
            ("score", 1));
        sweep.Move(1, PointState.Failed);
        sweep.Write(SweepLayout.Attempt(1, Worker, 1), JsonSerializer.SerializeToUtf8Bytes(
            new AttemptRecord { Point = 1, Worker = Worker, Kind = text, Error = new AttemptError($"T{text}", text, $"stack {text}") },
            SweepJson.Readable.AttemptRecord));
        sweep.Worker(Worker, 1, 1, 5, "stopped", text);
        return sweep;
    }

    private static string Json(string text) => JsonSerializer.Serialize(text);

    private static int Count(Regex pattern, string text) => pattern.Count(text);

    [GeneratedRegex("</?script", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex("<img", RegexOptions.IgnoreCase)]
    private static partial Regex Image();

    [GeneratedRegex("<!--")]
    private static partial Regex Comment();

    [GeneratedRegex("<[a-zA-Z][^>]*>?")]
    private static partial Regex Element();
}
