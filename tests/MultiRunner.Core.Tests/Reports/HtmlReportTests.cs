using System.Text;
using System.Text.RegularExpressions;
using MultiRunner.Format;
using MultiRunner.Reports;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Page;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>The page of a sweep as a reader without a script sees it, and what holds for the file as a whole.</summary>
public partial class HtmlReportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_without_a_script_says_what_the_other_reports_say()
    {
        using var sweep = SampleSweeps.Troubled();
        Snapshot.Match(WithoutLicence(PageText.Of(await sweep.ReadAtKnownPath()).Body), "html");
    }

    [Fact]
    public async Task Page_with_repeats()
    {
        using var sweep = SampleSweeps.Repeated();
        Snapshot.Match(WithoutLicence(PageText.Of(await sweep.ReadAtKnownPath()).Body), "html");
    }

    [Fact]
    public async Task Everything_is_inside_and_a_policy_forbids_any_request()
    {
        using var sweep = SampleSweeps.Complete();
        var page = PageText.Of(await sweep.Read());
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n", page.Whole, StringComparison.Ordinal);
        Assert.Contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
                + "img-src data: blob:; base-uri 'none'; form-action 'none'\">",
            page.Whole,
            StringComparison.Ordinal);
        Assert.Equal(3, Script().Count(page.Whole));
        Assert.Contains(".echarts={}", page.Whole, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page.Whole, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("</script>\n</body>\n</html>\n", page.Whole, StringComparison.Ordinal);
        Assert.False(page.Bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.DoesNotContain('\r', page.Whole);
    }

    [Fact]
    public async Task The_licence_of_what_is_inside_is_in_the_page()
    {
        using var sweep = SampleSweeps.Complete();
        var body = PageText.Of(await sweep.Read()).Body;
        foreach (var text in new[] { "Apache License", "The Apache Software Foundation", "END OF TERMS AND CONDITIONS", "Baidu Inc.", "Mike Bostock", "DataHint BV" })
            Assert.Contains(text, body, StringComparison.Ordinal);
        Assert.DoesNotContain("Frances Y. Kuo", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_and_styles_are_taken_in_the_order_of_their_names()
    {
        using var sweep = SampleSweeps.Complete();
        var page = PageText.Of(await sweep.Read()).Whole;
        Assert.NotEmpty(PageAssets.Scripts);
        Assert.NotEmpty(PageAssets.Styles);
        Assert.Equal(PageAssets.Scripts.Order(StringComparer.Ordinal), PageAssets.Scripts);
        Assert.EndsWith($"<script>\n{string.Concat(PageAssets.Scripts.Select(Asset))}</script>\n</body>\n</html>\n", page, StringComparison.Ordinal);
        Assert.Contains($"<style>\n{string.Concat(PageAssets.Styles.Select(Asset))}</style>\n", page, StringComparison.Ordinal);

        static string Asset(string name)
        {
            using var stream = new MemoryStream();
            PageAssets.Copy(name, stream);
            return $"{Encoding.UTF8.GetString(stream.ToArray())}\n";
        }
    }

    [Fact]
    public async Task Every_id_is_there_once_and_those_of_the_script_are_hidden_without_it()
    {
        using var sweep = SampleSweeps.Troubled();
        var body = PageText.Of(await sweep.Read()).Body;
        var ids = Id().Matches(body).Select(id => id.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Subset(ids.ToHashSet(), StaticPart.Explored.ToHashSet());
        Assert.Contains("<section id=\"explore\" hidden>", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_that_is_damaged_gets_a_page_that_names_the_problems()
    {
        using var sweep = SampleSweeps.Complete();
        sweep.Write(SweepLayout.Manifest, "{\"format\":2,"u8);
        sweep.Write(SweepLayout.Result(3), "{}"u8);
        File.Delete(sweep.FullPath(SweepLayout.Result(4)));
        var report = await sweep.Read();
        var page = PageText.Of(report);
        Assert.True(report.Warnings.Count >= 3);
        foreach (var file in new[] { SweepLayout.Manifest, SweepLayout.Result(3), SweepLayout.Result(4) })
            Assert.Contains(file, page.Body[page.Body.IndexOf("id=\"warnings\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Equal(18, page.Json.GetProperty("points").GetProperty("index").GetArrayLength());
    }

    [Fact]
    public async Task A_directory_with_nothing_in_it_gets_a_page()
    {
        using var sweep = new SweepOnDisk();
        var page = PageText.Of(await sweep.Read());
        Assert.Contains("is missing, so this is no sweep directory", page.Body, StringComparison.Ordinal);
        Assert.Equal(0, page.Json.GetProperty("configurations").GetArrayLength());
    }

    [Fact]
    public async Task A_sweep_of_which_all_points_failed_gets_a_page_with_each_message_once()
    {
        using var sweep = new SweepOnDisk();
        sweep.Axes("S.M", new Objective("score", Maximize: true), ("seed", [1, 2, 3]));
        for (var point = 0; point < 3; point++)
        {
            sweep.Move(point, PointState.Failed);
            sweep.Error(point, SampleSweeps.NodeA, 1, "System.IO.IOException", "The disk said no.");
        }

        var page = PageText.Of(await sweep.Read());
        Assert.Contains("<h2>Failed points (3)</h2>", page.Body, StringComparison.Ordinal);
        Assert.Equal(["The disk said no.", "   at Somewhere()"], page.Texts("texts"));
        Assert.Equal([0, 1, 2], page.Json.GetProperty("attempts").EnumerateArray().Select(a => a.GetProperty("row").GetInt32()));
        Assert.All(page.Json.GetProperty("attempts").EnumerateArray(), a => Assert.Equal((0, 1), (a.GetProperty("message").GetInt32(), a.GetProperty("trace").GetInt32())));
    }

    [Fact]
    public async Task The_page_is_there_before_the_report_that_others_take_over()
    {
        using var sweep = SampleSweeps.Complete();
        var written = await new ReportWriter(sweep.Files, SampleSweeps.NodeA, sweep.Time).Write();
        Assert.Equal(PageText.Of(written.Made!.Report).Bytes, await File.ReadAllBytesAsync(sweep.FullPath(SweepLayout.HtmlReport), Cancellation));
        Assert.True(
            File.GetLastWriteTimeUtc(sweep.FullPath(SweepLayout.HtmlReport)) <= File.GetLastWriteTimeUtc(sweep.FullPath(SweepLayout.JsonReport)));
    }

    [Fact]
    public async Task A_result_with_null_for_a_text_is_reported_without_that_text()
    {
        using var sweep = SampleSweeps.Complete();
        sweep.Finish(0, SampleSweeps.NodeA, result => result with { Details = new() { ["gone"] = null!, ["note"] = "kept" } }, ("accuracy", 0.5));
        var written = await new ReportWriter(sweep.Files, SampleSweeps.NodeA, sweep.Time).Write();
        Assert.Null(written.Made!.Problem);
        var page = PageText.Of(sweep, SweepLayout.HtmlReport);
        Assert.Equal("{\"note\":\"kept\"}", page.Json.GetProperty("details").GetProperty("0").GetRawText());
        foreach (var file in new[] { SweepLayout.JsonReport, SweepLayout.CsvReport })
            Assert.True(File.Exists(sweep.FullPath(file)), file);
    }

    /// <summary>The licence is long, always the same, and has a test of its own.</summary>
    private static string WithoutLicence(string body) => Licence().Replace(body, "<pre>...</pre>\n</details>");

    [GeneratedRegex("<script", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<pre>Apache ECharts.*?</pre>\n</details>", RegexOptions.Singleline)]
    private static partial Regex Licence();
}
