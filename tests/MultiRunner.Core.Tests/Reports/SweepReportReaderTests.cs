using System.Text;
using MultiRunner.Reports;
using MultiRunner.Sweeps;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class SweepReportReaderTests
{
    private static readonly Objective Most = new("score", Maximize: true);

    [Fact]
    public async Task A_committed_point_is_finished_as_soon_as_its_candidate_can_be_read()
    {
        using var sweep = Seeds(2);
        sweep.Finish(0, SampleSweeps.NodeA, 1, ("score", 1));
        File.Move(sweep.FullPath(SweepLayout.Result(0)), sweep.FullPath(SweepLayout.Candidate(0, SampleSweeps.NodeA)));
        sweep.Move(0, PointState.Committed, SampleSweeps.NodeA);
        sweep.Move(1, PointState.Committed, SampleSweeps.NodeB);
        var report = await sweep.Read();
        Assert.Equal(new PointCounts(Total: 2, Finished: 1, Failed: 0, Running: 1, ToRun: 0), report.Counts);
        Assert.Equal(1, report.Points[0].Metric("score"));
        Assert.Equal(SampleSweeps.NodeB, report.Points[1].Worker);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public async Task Of_two_state_files_the_later_state_counts()
    {
        using var sweep = Seeds(1);
        sweep.Move(0, PointState.Failed);
        sweep.Write(new StateFile(0, PointState.ToRun).Path, "{}"u8);
        Assert.Equal(1, (await sweep.Read()).Counts.Failed);
    }

    [Fact]
    public async Task Only_the_given_points_count()
    {
        using var sweep = Seeds(4);
        for (var i = 0; i < 4; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("score", i));
        sweep.Error(3, SampleSweeps.NodeA, 1, "X", "y");
        var report = await sweep.Read(points: [2, 0]);
        Assert.Equal([0, 2], report.Points.Select(p => p.Index));
        Assert.Equal([2, 0], report.Best.Select(p => p.Index));
        Assert.Equal(2, report.Counts.Total);
    }

    [Fact]
    public async Task A_point_that_the_manifest_does_not_list_yet_counts_and_is_said()
    {
        using var sweep = Seeds(1);
        var report = await sweep.Read(points: [0, 1]);
        Assert.Equal(2, report.Counts.ToRun);
        Assert.Contains(report.Warnings, w => w.StartsWith("'ini/sweep.json' does not list point 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_point_that_is_just_being_added_is_to_run_and_lacks_nothing()
    {
        using var sweep = Seeds(2);
        sweep.Edit(m => m with { Ready = 1 });
        File.Delete(sweep.FullPath(new StateFile(1, PointState.ToRun).Path));
        var report = await sweep.Read();
        Assert.Equal(2, report.Counts.ToRun);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public async Task The_result_of_a_point_that_is_to_run_again_does_not_count()
    {
        using var sweep = Seeds(1);
        sweep.Finish(0, SampleSweeps.NodeA, 1, ("score", 1));
        sweep.Move(0, PointState.ToRun);
        var report = await sweep.Read();
        Assert.Null(report.Points[0].Metrics);
        Assert.Empty(report.Best);
    }

    [Fact]
    public async Task The_code_s_objective_wins_over_the_manifest_s()
    {
        using var sweep = Seeds(2);
        sweep.Finish(0, SampleSweeps.NodeA, 1, ("score", 1), ("loss", 1));
        sweep.Finish(1, SampleSweeps.NodeA, 1, ("score", 2), ("loss", 2));
        Assert.Equal(1, (await sweep.Read()).Best[0].Index);
        var report = await sweep.Read(new Objective("LOSS", Maximize: false));
        Assert.Equal(0, report.Best[0].Index);
        Assert.Equal("loss", report.RankedBy);
        Assert.Equal(["loss", "score"], report.Metrics);
    }

    [Fact]
    public async Task What_is_missing_or_unreadable_is_said_and_throws_nothing()
    {
        using var sweep = Seeds(8);
        for (var i = 0; i < 6; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("score", i));
        File.Delete(sweep.FullPath(SweepLayout.Result(0)));
        sweep.Write(SweepLayout.Result(1), "{}"u8);
        sweep.Write(SweepLayout.Result(2), "null"u8);
        sweep.Write(SweepLayout.Result(3), File.ReadAllBytes(sweep.FullPath(SweepLayout.Result(4))));
        sweep.Write(SweepLayout.Corrupt(SweepLayout.Result(5), SampleSweeps.NodeB), ""u8);
        File.Delete(sweep.FullPath(new StateFile(6, PointState.ToRun).Path));
        sweep.Write(SweepLayout.Attempt(6, SampleSweeps.NodeA, 1), "["u8);
        sweep.Write(SweepLayout.Worker(SampleSweeps.NodeA), ""u8);
        sweep.Move(7, PointState.Finished);
        sweep.Write(SweepLayout.Result(7), "{\"format\":2,\"point\":7,\"numbers\":{}}"u8);
        var report = await sweep.Read();
        Assert.Equal([5, 4], report.Best.Select(p => p.Index));
        Snapshot.Match(string.Join('\n', report.Warnings) + "\n");
    }

    [Fact]
    public async Task A_directory_without_a_manifest_still_has_a_report()
    {
        using var sweep = Seeds(2);
        sweep.Finish(1, SampleSweeps.NodeA, 1, ("score", 1));
        File.Delete(sweep.FullPath(SweepLayout.Manifest));
        var report = await sweep.Read();
        Assert.Equal(2, report.Counts.Total);
        Assert.StartsWith("'ini/sweep.json' is missing", Assert.Single(report.Warnings), StringComparison.Ordinal);
        Assert.StartsWith("(a sweep without a readable manifest): 1 of 2 points finished", TextReport.Print(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"format\":999}", "has format 999")]
    [InlineData("{\"format\":1,\"sweep\":\"x\",\"maker\":\"m\",\"created\":\"2026-01-01\",\"parameters\":null,\"ready\":0,\"points\":null}", "cannot be read")]
    [InlineData("{\"format\":1,\"sweep\":\"x\",\"maker\":\"m\",\"created\":\"2026-01-01\",\"parameters\":[null],\"ready\":0,\"points\":[]}", "is null")]
    [InlineData("{", "cannot be read")]
    public async Task A_manifest_that_cannot_be_used_is_said(string json, string reason)
    {
        using var sweep = Seeds(1);
        sweep.Write(SweepLayout.Manifest, Encoding.UTF8.GetBytes(json));
        var report = await sweep.Read();
        Assert.Equal(1, report.Counts.ToRun);
        Assert.Contains(reason, Assert.Single(report.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_system_that_fails_altogether_throws_nothing()
    {
        using var sweep = SampleSweeps.Complete();
        var written = await new ReportWriter(new FailingDirectory(), SampleSweeps.NodeA, sweep.Time).Write();
        Assert.Equal(0, written.Report.Counts.Total);
        Assert.Contains("The report could not be written to 'report': out of order", written.Text, StringComparison.Ordinal);
    }

    private static SweepOnDisk Seeds(int count)
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", Most, ("seed", [.. Enumerable.Range(0, count).Cast<object?>()]));
        return sweep;
    }
}
