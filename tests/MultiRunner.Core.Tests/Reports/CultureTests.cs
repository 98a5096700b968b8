using System.Globalization;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>tr-TR has its own i, de-DE writes 0,5, fa-IR has its own minus sign, calendar and digits, th-TH its own years.</summary>
public sealed class CultureTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public async Task Every_format_is_the_same_in_every_culture(string culture)
    {
        foreach (var make in new[] { SampleSweeps.Complete, SampleSweeps.Troubled, SampleSweeps.WithoutObjective, SampleSweeps.Awkward })
        {
            using var sweep = make();
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var expected = await PrintAll(sweep);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, await PrintAll(sweep));
        }
    }

    [Fact]
    public void The_cultures_are_really_there() =>
        Assert.Equal("0,5", 0.5.ToString(CultureInfo.GetCultureInfo("de-DE")));

    public void Dispose() => CultureInfo.CurrentCulture = before;

    private static async Task<string[]> PrintAll(SweepOnDisk sweep)
    {
        var report = await sweep.Read();
        return [TextReport.Print(report), MarkdownReport.Print(report), CsvReport.Print(report), JsonReport.Print(report)];
    }
}
