using System.Text;
using MultiRunner.Core.Tests.Scheduling;
using MultiRunner.Format;
using MultiRunner.Reports;
using MultiRunner.Reports.Reading;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>A worker that finds all points finished shows the report that lies there. It reads no point and changes no byte.</summary>
public class FinishedSweepTests
{
    private const string Late = "node-z-4711-00ff";

    private static readonly AssemblyStamp Build = new("Samples", "1.0.0.0", "3f2a9c01-0000-0000-0000-000000000000");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_that_ran_nothing_shows_the_report_and_changes_no_byte_of_it()
    {
        using var sweep = Finished();
        var first = await Write(sweep, SampleSweeps.NodeA);
        var before = await Contents(sweep);
        Leave(sweep, Late);
        sweep.Time.Advance(TimeSpan.FromHours(1));

        var shown = await Write(sweep, Late);

        Assert.Null(shown.Made);
        Assert.Equal((first.Text, first.Headline), (shown.Text, shown.Headline));
        Assert.Equal(before, await Contents(sweep));
    }

    [Fact]
    public async Task A_second_worker_that_has_run_nothing_yet_changes_no_byte_either()
    {
        using var sweep = Finished();
        await Write(sweep, SampleSweeps.NodeA);
        sweep.Worker(Late, 0, 0, 0, WorkerStates.Running);

        Assert.Null((await Write(sweep, SampleSweeps.NodeB)).Made);
    }

    [Fact]
    public async Task Of_a_long_report_it_reads_the_beginning_and_the_text()
    {
        using var sweep = Finished();
        await Write(sweep, SampleSweeps.NodeA);
        Leave(sweep, Late);
        var directory = new CountingDirectory(sweep.Files);

        await new ReportWriter(directory, Late, sweep.Time).Write();

        Assert.Equal(1, directory.Counts["read start report"]);
        Assert.Equal(1, directory.Counts["read report"]);
        Assert.DoesNotContain("read results", directory.Counts.Keys);
        Assert.DoesNotContain("write report", directory.Counts.Keys);
    }

    [Fact]
    public async Task The_last_line_is_the_place_as_this_machine_sees_it()
    {
        using var sweep = Finished();
        await Write(sweep, SampleSweeps.NodeA);
        var (here, there) = (sweep.FullPath("").TrimEnd('/', '\\'), "/mnt/elsewhere");
        Assert.EndsWith($"{SweepLayout.In(here, SweepLayout.TextReport)}\n", (await Write(sweep, Late)).Text, StringComparison.Ordinal);

        // Another machine writes it.
        var elsewhere = new ElsewhereDirectory(sweep.Files, there);
        var written = await new ReportWriter(elsewhere, SampleSweeps.NodeA, sweep.Time).WriteAnew();
        Assert.EndsWith($"\n{there}/report/report.txt\n", written.Text, StringComparison.Ordinal);

        var shown = await Write(sweep, Late);
        Assert.Null(shown.Made);
        Assert.Equal(written.Text.Replace(there + "/report/report.txt", SweepLayout.In(here, SweepLayout.TextReport), StringComparison.Ordinal), shown.Text);
    }

    public static TheoryData<string> Changes =>
    [
        "another build", "another build that left", "a worker that finished a point", "a worker that failed", "a worker that stopped",
        "a checkpoint", "a text that is older than the rest", "no page", "a worker whose record cannot be read",
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_else_a_report_says_makes_it_new(string change)
    {
        using var sweep = Finished();
        await Write(sweep, SampleSweeps.NodeA);
        Leave(sweep, Late);
        var build = Build;
        switch (change)
        {
            case "another build":
                build = Build with { ModuleId = "another" };
                break;
            case "another build that left":
                Leave(sweep, "node-y-4711-00ff");
                sweep.EditWorker("node-y-4711-00ff", w => w with { Assembly = Build with { ModuleId = "another" }, Started = SweepOnDisk.Start.AddHours(1) });
                break;
            case "a worker that finished a point":
                sweep.Worker(SampleSweeps.NodeA, 3, 0, 7);
                break;
            case "a worker that failed":
                sweep.Worker(Late, 0, 1, 0);
                break;
            case "a worker that stopped":
                sweep.Worker(Late, 0, 0, 0, reason: WorkerStates.ToldToEnd);
                break;
            case "a checkpoint":
                Directory.CreateDirectory(sweep.FullPath(SweepLayout.Checkpoints(1)));
                break;
            case "a text that is older than the rest":
                sweep.Write(SweepLayout.TextReport, "1 of 2 points finished\n"u8);
                break;
            case "no page":
                File.Delete(sweep.FullPath(SweepLayout.HtmlReport));
                break;
            default:
                sweep.Write(SweepLayout.Worker(Late), "{"u8);
                break;
        }

        var shown = await Write(sweep, SampleSweeps.NodeB, build);

        Assert.NotNull(shown.Made);
        Assert.Equal(shown.Text, await File.ReadAllTextAsync(sweep.FullPath(SweepLayout.TextReport), Cancellation));
        Assert.True(File.Exists(sweep.FullPath(SweepLayout.HtmlReport)));
        Assert.Equal(change == "a worker whose record cannot be read", (await Write(sweep, SampleSweeps.NodeB, build)).Made is not null);
    }

    /// <summary>
    /// The worker that ran the point again was killed before it could say so. The report may have been made while the rerun was at work.
    /// </summary>
    [Theory]
    [InlineData("archive/20260314T093000Z-node-a-4711-3fa2/results/1.json")]
    [InlineData("results/1.json.node-a-4711-3fa2.corrupt")]
    public async Task A_report_is_not_taken_over_when_a_point_has_another_result_under_the_same_names(string replaced)
    {
        using var sweep = Finished();
        Directory.CreateDirectory(Path.GetDirectoryName(sweep.FullPath(replaced))!);
        await Write(sweep, SampleSweeps.NodeA);
        var reader = new SweepReportReader(sweep.Files, sweep.Time);
        Assert.NotNull(await reader.TryReadWritten());
        sweep.Worker(Late, 0, 0, 0, WorkerStates.Running);
        File.Move(sweep.FullPath("results/1.json"), sweep.FullPath(replaced));
        sweep.Finish(1, Late, r => r with { Assembly = Build }, ("score", 7));

        Assert.Null(await reader.TryReadWritten());
        Assert.Contains("7", (await Write(sweep, SampleSweeps.NodeA)).Headline, StringComparison.Ordinal);

        // A report that warns of a result that was set aside is made anew each time.
        Assert.Equal(replaced.EndsWith(SweepLayout.CorruptSuffix, StringComparison.Ordinal), await reader.TryReadWritten() is null);
    }

    [Fact]
    public async Task Without_a_best_point_the_report_says_so_each_time_and_stays_as_it_is()
    {
        using var sweep = Finished();
        sweep.Edit(m => m with { Objective = new Objective("accuracy", Maximize: true) });
        await Write(sweep, SampleSweeps.NodeA);
        var before = await Contents(sweep);
        Leave(sweep, Late);
        sweep.Time.Advance(TimeSpan.FromHours(1));

        var shown = await Write(sweep, Late);

        Assert.True(shown.Made!.Report.LacksBest);
        Assert.Contains("'accuracy'", Assert.Single(shown.Made.Report.Warnings), StringComparison.Ordinal);
        Assert.Equal(before, await Contents(sweep));
    }

    [Fact]
    public async Task A_worker_that_ran_nothing_has_no_row_but_its_build_joined_last()
    {
        using var sweep = Finished();
        Leave(sweep, Late);
        var another = Build with { ModuleId = "another" };
        sweep.EditWorker(Late, w => w with { Assembly = another, Started = SweepOnDisk.Start.AddHours(1) });

        var report = await sweep.Read();

        Assert.Equal([SampleSweeps.NodeA], report.Workers.Select(w => w.Id));
        Assert.Equal([Late], report.IdleWorkers.Select(w => w.Id));
        Assert.Equal(another, report.NewestBuild);
    }

    [Fact]
    public async Task A_worker_that_died_in_its_first_point_has_a_row_though_it_had_said_nothing()
    {
        using var sweep = Finished();
        sweep.Worker(Late, 0, 0, 0, WorkerStates.Running);
        sweep.Crash(1, Late, SampleSweeps.NodeA);

        Assert.Equal(["lost"], (await sweep.Read()).Workers.Where(w => w.Id == Late).Select(w => w.State));
    }

    private static SweepOnDisk Finished()
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", new Objective("score", Maximize: true), ("seed", [1, 2]));
        for (var point = 0; point < 2; point++)
            sweep.Finish(point, SampleSweeps.NodeA, r => r with { Assembly = Build }, ("score", point));
        sweep.Worker(SampleSweeps.NodeA, 2, 0, 3);
        sweep.EditWorker(SampleSweeps.NodeA, w => w with { Assembly = Build });
        return sweep;
    }

    private static void Leave(SweepOnDisk sweep, string worker)
    {
        sweep.Worker(worker, 0, 0, 0);
        sweep.EditWorker(worker, w => w with { Assembly = Build });
    }

    private static async Task<ShownReport> Write(SweepOnDisk sweep, string worker, AssemblyStamp? build = null) =>
        await new ReportWriter(sweep.Files, worker, sweep.Time, new ReadingOptions { Build = build ?? Build }).Write();

    private static async Task<IReadOnlyList<(string Path, string Content)>> Contents(SweepOnDisk sweep)
    {
        var contents = new List<(string, string)>();
        foreach (var path in SweepLayout.ReportFiles)
            contents.Add((path, Encoding.UTF8.GetString(await File.ReadAllBytesAsync(sweep.FullPath(path), Cancellation))));
        return contents;
    }
}
