using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>The stack traces of failed attempts, each of them once.</summary>
public class ReportTracesTests
{
    [Fact]
    public async Task Attempts_with_the_same_trace_share_it()
    {
        using var sweep = Failed(points: 3, attempt => attempt == 1 ? "at B()" : "at A()");
        var report = await sweep.Read();
        Assert.Equal(["at A()", "at B()"], report.Traces.Texts);
        Assert.Equal([0, 1, 0], report.Points.Select(p => p.Failures![0].Trace));
        Assert.Null(report.TracesLeftOut);
    }

    [Fact]
    public async Task A_very_long_trace_is_cut_and_an_attempt_without_one_has_none()
    {
        using var sweep = Failed(points: 3, attempt => attempt switch { 0 => null, 1 => "", _ => new string('x', 10_000) });
        var report = await sweep.Read();
        Assert.Equal([null, null, 0], report.Points.Select(p => p.Failures![0].Trace));
        Assert.Equal(ReportTraces.Longest, Assert.Single(report.Traces.Texts).Length);
    }

    [Fact]
    public async Task Of_very_many_different_traces_the_first_are_kept_and_the_page_says_so()
    {
        using var sweep = Failed(points: ReportTraces.Most + 12, attempt => $"at M{attempt:D4}()");
        var report = await sweep.Read();
        Assert.Equal(ReportTraces.Most, report.Traces.Texts.Count);
        Assert.Equal(12, report.Points.Count(p => p.Failures![0].Trace is null));
        Assert.Contains("\"tracesLeftOut\": 12", JsonReport.Print(report), StringComparison.Ordinal);
        Assert.Equal(
            ["Failed attempts have more than 500 different stack traces. Those of 12 attempts are in attempts/ only."],
            PageText.Of(report).Texts("left"));
    }

    private static SweepOnDisk Failed(int points, Func<int, string?> trace)
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", null, ("seed", [.. Enumerable.Range(0, points).Cast<object?>()]));
        for (var point = 0; point < points; point++)
        {
            sweep.Move(point, PointState.Failed);
            sweep.Write(SweepLayout.Attempt(point, SampleSweeps.NodeA, 1), JsonSerializer.SerializeToUtf8Bytes(
                new AttemptRecord { Point = point, Worker = SampleSweeps.NodeA, Kind = "error", Error = new AttemptError("E", "no", trace(point)) },
                SweepJson.Readable.AttemptRecord));
        }

        return sweep;
    }
}
