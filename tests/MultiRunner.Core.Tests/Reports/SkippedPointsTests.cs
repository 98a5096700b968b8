using System.Text;
using System.Text.Json;
using MultiRunner.Filtering;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>Points that skipped themselves are neither finished nor still to run.</summary>
public sealed class SkippedPointsTests : IDisposable
{
    private readonly SweepOnDisk sweep = new();

    public SkippedPointsTests()
    {
        sweep.Axes("Samples.Training.Train", null, ("n", [1, 2, 3, 4, 5]));
        sweep.Skip(0, SampleSweeps.NodeA, "there is no GPU here");
        sweep.Skip(1, SampleSweeps.NodeA, "there is no GPU here");
        sweep.Skip(1, SampleSweeps.NodeB, "there is no GPU here");
        sweep.Skip(2, SampleSweeps.NodeA, "not for odd numbers");
        sweep.Skip(3, SampleSweeps.NodeA, "there is no GPU here");
        sweep.Finish(3, SampleSweeps.NodeB, 1, ("result", 1));
    }

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task They_are_a_state_of_their_own()
    {
        var report = await sweep.Read();

        Assert.Equal(new PointCounts(Total: 5, Finished: 1, Failed: 0, Running: 0, ToRun: 1, Skipped: 3), report.Counts);
        Assert.Equal(["skipped", "skipped", "skipped", "finished", "to_run"], report.Points.Select(p => p.StateName));
        Assert.Equal(["there is no GPU here", "there is no GPU here"], report.Points[1].Skips!.Select(s => s.Reason));
        Assert.Null(report.Points[3].Skips);
    }

    [Fact]
    public async Task The_report_says_where_and_why()
    {
        var text = TextReport.Print(await sweep.Read());

        Assert.StartsWith("Samples.Training.Train: 1 of 5 points finished, 0 failed, 3 skipped, 1 to run.", text, StringComparison.Ordinal);
        var section = text[text.IndexOf("Skipped points (3)", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["Points 0 and 1 on 2 hosts: there is no GPU here", "Point 2 on 1 host: not for odd numbers", "A worker that starts later tries them again."],
            section[2..5]);
        Assert.Contains("\n0,skipped,1,", CsvReport.Print(await sweep.Read()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PointState.Running)]
    [InlineData(PointState.Failed)]
    internal async Task A_point_that_somebody_took_after_all_is_not_skipped(PointState state)
    {
        sweep.Move(0, state, state == PointState.Running ? SampleSweeps.NodeB : null);

        var point = (await sweep.Read()).Points[0];

        Assert.Equal((state, false), (point.State, point.IsSkipped));
    }

    [Fact]
    public async Task A_point_that_failed_on_another_worker_is_to_run()
    {
        sweep.Error(0, SampleSweeps.NodeB, 1, "System.TimeoutException", "No answer for 30 s.");

        Assert.Equal("to_run", (await sweep.Read()).Points[0].StateName);
    }

    [Theory]
    [InlineData(WorkerStates.Running)]
    [InlineData(WorkerStates.Stopped)]
    public async Task A_point_that_a_live_worker_of_another_host_has_not_tried_is_to_run(string state)
    {
        sweep.Edit(m => m with { Objective = new Objective("result", Maximize: true) });
        sweep.Worker(SampleSweeps.NodeA, 0, 0, 1, WorkerStates.Running);
        sweep.Worker(SampleSweeps.NodeB, 1, 0, 1, state);

        var report = await sweep.Read();

        Assert.Equal(["to_run", "skipped", "to_run", "finished", "to_run"], report.Points.Select(p => p.StateName));
        Assert.Equal([1], await Selected("state = skipped"));
        Assert.Equal([0, 2, 4], await Selected("state = to_run"));
        Assert.Contains("Best so far: ", TextReport.Print(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WorkerStates.Exited, 0)]
    [InlineData(WorkerStates.Running, 11)]
    public async Task A_worker_that_is_gone_or_silent_keeps_no_point_from_being_skipped(string state, int silence)
    {
        sweep.Worker(SampleSweeps.NodeB, 1, 0, 1, state);
        sweep.Time.Advance(TimeSpan.FromSeconds(silence));

        Assert.Equal(3, (await sweep.Read()).Counts.Skipped);
        Assert.Equal([0, 1, 2], await Selected("state = skipped"));
    }

    [Fact]
    public async Task A_worker_that_died_in_a_point_keeps_no_point_from_being_skipped()
    {
        sweep.Worker(SampleSweeps.NodeB, 1, 0, 1, WorkerStates.Running);
        sweep.Crash(4, SampleSweeps.NodeB, SampleSweeps.NodeA);

        Assert.Equal(3, (await sweep.Read()).Counts.Skipped);
    }

    [Fact]
    public async Task A_written_report_is_old_when_a_worker_joins_that_has_not_tried_a_skipped_point()
    {
        Directory.CreateDirectory(sweep.FullPath(SweepLayout.Report));
        sweep.Write(SweepLayout.JsonReport, Encoding.UTF8.GetBytes(JsonReport.Print(await sweep.Read())));
        var reader = new SweepReportReader(sweep.Files, sweep.Time);

        sweep.Worker(SampleSweeps.NodeA, 0, 0, 1, WorkerStates.Running);
        Assert.Equal(3, (await reader.TryReadWritten())!.Counts.Skipped);
        sweep.Worker(SampleSweeps.NodeB, 0, 0, 1, WorkerStates.Running);
        Assert.Null(await reader.TryReadWritten());
    }

    [Fact]
    public async Task A_worker_whose_record_cannot_be_read_is_warned_of_once()
    {
        sweep.Write(SweepLayout.Worker(SampleSweeps.NodeB), "{"u8);

        Assert.Single((await sweep.Read()).Warnings, w => w.Contains(SampleSweeps.NodeB, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_written_report_keeps_them_and_another_skip_makes_it_old()
    {
        Directory.CreateDirectory(sweep.FullPath(SweepLayout.Report));
        sweep.Write(SweepLayout.JsonReport, Encoding.UTF8.GetBytes(JsonReport.Print(await sweep.Read())));
        var reader = new SweepReportReader(sweep.Files, sweep.Time);

        Assert.Equal(3, (await reader.TryReadWritten())!.Counts.Skipped);
        sweep.Skip(4, SampleSweeps.NodeA, "there is no GPU here");
        Assert.Null(await reader.TryReadWritten());
    }

    /// <summary>The file has the name that it had.</summary>
    [Fact]
    public async Task Another_reason_makes_a_written_report_old()
    {
        Directory.CreateDirectory(sweep.FullPath(SweepLayout.Report));
        sweep.Write(SweepLayout.JsonReport, Encoding.UTF8.GetBytes(JsonReport.Print(await sweep.Read())));
        var reader = new SweepReportReader(sweep.Files, sweep.Time);
        Assert.NotNull(await reader.TryReadWritten());

        sweep.Skip(2, SampleSweeps.NodeA, "the data set is missing");

        Assert.Null(await reader.TryReadWritten());
    }

    [Theory]
    [InlineData("node-a-4711-3fa2", true)]
    [InlineData("node-a-slurm-1042-4711-3fa2", true)]
    [InlineData("node-a-slurm-1042-3-p1-4711-3fa2", true)]
    [InlineData("node-4711-3fa2", false)]
    [InlineData("node-a-b-4711-3fa2", false)]
    public void A_failed_attempt_counts_unless_the_point_skipped_itself_on_that_host_later(string failed, bool isSkipped) =>
        Assert.Equal(isSkipped, SkippedPoints.In([$"7.{failed}.1.json", "7.node-a.skip.json"], new HashSet<string>()).Contains(7));

    [Fact]
    public async Task A_record_that_cannot_be_read_lacks_only_the_reason()
    {
        sweep.Write(SweepLayout.Skip(2, SweepOnDisk.HostOf(SampleSweeps.NodeA)), "{"u8);

        var report = await sweep.Read();

        Assert.Equal("the reason is not known", report.Points[2].Skips![0].Reason);
        Assert.Single(report.Warnings, w => w.StartsWith("'attempts/2.alpha.skip.json' cannot be read: ", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<int>> Selected(string filter)
    {
        var manifest = JsonSerializer.Deserialize(await sweep.Files.TryRead(SweepLayout.Manifest), SweepJson.Readable.Manifest)!;
        return await new PointSelector(sweep.Files, manifest, new LiveWorkers(WorkerProcess.Identify(), sweep.Time)).Select(filter);
    }
}
