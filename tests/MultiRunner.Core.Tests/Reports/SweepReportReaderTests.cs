using System.Text;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Reports;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Writing;
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
        File.Move(sweep.FullPath(SweepLayout.Result(0)), sweep.FullPath(SweepLayout.Candidate(0, SampleSweeps.NodeA, 1)));
        sweep.Move(0, PointState.Committed, SampleSweeps.NodeA);
        sweep.Move(1, PointState.Committed, SampleSweeps.NodeB);
        var report = await sweep.Read();
        Assert.Equal(new PointCounts(Total: 2, Finished: 1, Failed: 0, Running: 1, ToRun: 0, Skipped: 0), report.Counts);
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
    public async Task Points_of_older_code_are_left_out_and_counted()
    {
        using var sweep = Seeds(4);
        for (var i = 0; i < 4; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("score", i), ($"only{i}", i));
        sweep.Error(3, SampleSweeps.NodeA, 1, "X", "y");
        sweep.Write(SweepLayout.Corrupt(SweepLayout.Result(1), SampleSweeps.NodeB), ""u8);
        sweep.Edit(m => m with { Current = [0, 2] });
        var report = await sweep.Read();
        Assert.Equal([0, 2], report.Points.Select(p => p.Index));
        Assert.Equal([2, 0], report.Best.SelectMany(c => c.Points));
        Assert.Equal(["score", "only0", "only2"], report.Metrics);
        Assert.Equal(new PointCounts(Total: 2, Finished: 2, Failed: 0, Running: 0, ToRun: 0, Skipped: 0), report.Counts);
        Assert.Empty(report.Warnings);
        Assert.Equal(2, report.OlderPoints);
        Assert.Contains("\n2 points of older code are kept and not shown.\n", TextReport.Print(report), StringComparison.Ordinal);
        Assert.Contains("\n2 points of older code are kept and not shown.\n", MarkdownReport.Print(report), StringComparison.Ordinal);
        Assert.Contains("\"olderPoints\": 2,", JsonReport.Print(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_point_of_older_code_is_one()
    {
        using var sweep = Seeds(2);
        sweep.Edit(m => m with { Current = [1] });
        Assert.Contains("\n1 point of older code is kept and not shown.\n", TextReport.Print(await sweep.Read()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_points_of_older_code_nothing_is_said_of_them()
    {
        using var sweep = Seeds(2);
        var report = await sweep.Read();
        Assert.DoesNotContain("older code", TextReport.Print(report), StringComparison.Ordinal);
        Assert.DoesNotContain("olderPoints", JsonReport.Print(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_columns_are_the_parameters_of_the_newest_code()
    {
        using var sweep = Seeds(1);
        sweep.Finish(0, SampleSweeps.NodeA, 1, ("score", 9));
        sweep.Edit(m => m with
        {
            Parameters = [new ManifestParameter("alpha", "System.Int32"), new ManifestParameter("b", "System.String")],
            Current = [1, 2],
            Points = [.. m.Points, new CanonicalJson("""{"alpha":1,"b":"x"}"""), new CanonicalJson("""{"alpha":1,"b":"y"}""")],
        });
        sweep.Finish(1, SampleSweeps.NodeA, 1, ("score", 1));
        sweep.Finish(2, SampleSweeps.NodeA, 1, ("score", 2));
        var report = await sweep.Read();
        Assert.Equal("point,state,alpha,b,score,seconds,started,worker,host,attempt,build", CsvReport.Print(report).Split('\n')[0]);
        Assert.StartsWith("Best: score = 2 at point 2: alpha = 1, b = y,", Headline.Best(report), StringComparison.Ordinal);
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
    public async Task The_ranking_follows_the_objective_in_the_manifest()
    {
        using var sweep = Seeds(2);
        sweep.Finish(0, SampleSweeps.NodeA, 1, ("score", 1), ("loss", 1));
        sweep.Finish(1, SampleSweeps.NodeA, 1, ("score", 2), ("loss", 2));
        Assert.Equal(1, (await sweep.Read()).Best[0].Members[0].Index);
        sweep.Edit(m => m with { Objective = new Objective("LOSS", Maximize: false) });
        var report = await sweep.Read();
        Assert.Equal(0, report.Best[0].Members[0].Index);
        Assert.Equal("loss", report.RankedBy);
        Assert.Equal(["loss", "score"], report.Metrics);
        sweep.Edit(m => m with { Objective = null });
        Assert.Empty((await sweep.Read()).Best);
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
        Assert.Equal([5, 4], report.Best.SelectMany(c => c.Points));
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
    [InlineData("{\"format\":1}", "has format 1, which an earlier version")]
    [InlineData("{\"format\":2,\"sweep\":\"x\",\"maker\":\"m\",\"created\":\"2026-01-01\",\"assembly\":{\"name\":\"A\",\"version\":\"1.0.0.0\",\"moduleId\":\"m\"},\"parameters\":null,\"current\":\"\",\"ready\":0,\"points\":null}", "cannot be read")]
    [InlineData("{\"format\":2,\"sweep\":\"x\",\"maker\":\"m\",\"created\":\"2026-01-01\",\"assembly\":{\"name\":\"A\",\"version\":\"1.0.0.0\",\"moduleId\":\"m\"},\"parameters\":[null],\"current\":\"\",\"ready\":0,\"points\":[]}", "is null")]
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
        Assert.Equal(0, written.Made!.Report.Counts.Total);
        Assert.Contains("The report could not be written to 'report': out of order", written.Text, StringComparison.Ordinal);
    }

    private static SweepOnDisk Seeds(int count)
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", Most, ("seed", [.. Enumerable.Range(0, count).Cast<object?>()]));
        return sweep;
    }
}
