using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class CsvReportTests
{
    [Fact]
    public async Task Complete_sweep()
    {
        using var sweep = SampleSweeps.Complete();
        Snapshot.Match(CsvReport.Print(await sweep.Read()), "csv");
    }

    [Fact]
    public async Task Sweep_in_trouble()
    {
        using var sweep = SampleSweeps.Troubled();
        Snapshot.Match(CsvReport.Print(await sweep.Read()), "csv");
    }

    [Fact]
    public async Task Sweep_without_objective()
    {
        using var sweep = SampleSweeps.WithoutObjective();
        Snapshot.Match(CsvReport.Print(await sweep.Read()), "csv");
    }

    [Fact]
    public async Task Sweep_that_has_just_begun()
    {
        using var sweep = SampleSweeps.JustBegun();
        Snapshot.Match(CsvReport.Print(await sweep.Read()), "csv");
    }

    [Fact]
    public async Task Awkward_texts()
    {
        using var sweep = SampleSweeps.Awkward();
        Snapshot.Match(CsvReport.Print(await sweep.Read()), "csv");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("-5", "-5")]
    [InlineData("-1.5e-3", "-1.5e-3")]
    [InlineData("+5", "+5")]
    [InlineData("a=b", "a=b")]
    public async Task A_text_that_is_a_formula_for_a_spreadsheet_gets_an_apostrophe(string argument, string cell)
    {
        using var sweep = new SweepOnDisk();
        sweep.Rows("S.M", null, ["text"], [argument]);
        Assert.Equal($"0,to_run,{cell},,,,,,", CsvReport.Print(await sweep.Read()).Split('\n')[1]);
    }

    [Fact]
    public async Task A_negative_number_stays_one_and_the_name_of_a_metric_is_a_text()
    {
        using var sweep = new SweepOnDisk();
        sweep.Rows("S.M", null, ["x"], [-3]);
        sweep.Finish(0, SampleSweeps.NodeA, 1, ("=loss", -0.5), ("low", double.NegativeInfinity));
        var lines = CsvReport.Print(await sweep.Read()).Split('\n');
        Assert.Equal("point,state,x,'=loss,low,seconds,started,worker,host,attempt,build", lines[0]);
        Assert.StartsWith("0,finished,-3,-0.5,-Infinity,1,", lines[1], StringComparison.Ordinal);
    }
}
