using System.Text;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Page;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>The page of a sweep.</summary>
public class HtmlReportTests
{
    [Fact]
    public async Task Has_the_data_and_echarts_inside()
    {
        using var sweep = SampleSweeps.Repeated();
        var page = Print(await sweep.ReadAtKnownPath());
        Assert.Contains("<script type=\"application/json\" id=\"sweep-data\">{", page, StringComparison.Ordinal);
        Assert.Contains("echarts", page, StringComparison.Ordinal);
    }

    private static string Print(SweepReport report)
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
