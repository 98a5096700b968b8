using System.Globalization;
using MultiRunner.Core.Tests.Scheduling;
using MultiRunner.Format;
using MultiRunner.Reports;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;
using MultiRunner.Results;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>Of workers that finish together one makes the report.</summary>
public class SharedReportTests
{
    private const int Points = 30;
    private const int Workers = 10;

    /// <summary>Operations take turns on one thread.</summary>
    private static readonly ReadingOptions OneByOne = new() { FilesAtATime = 1 };

    private static Dictionary<string, IReadOnlyList<CurvePoint>> Curves => new()
    {
        ["SCORE"] = [new(0, double.NaN), new(10, 0.1 + 0.2), new(20, double.NegativeInfinity)],
        ["loss"] = [new(0, double.PositiveInfinity), new(1, 0.5), new(2, double.NaN)],
        ["nothing"] = [],
        ["diverged"] = [new(7, double.NaN)],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_that_finish_at_the_same_moment_read_each_result_once_in_all()
    {
        using var sweep = Finished();
        var directory = new TurnBasedDirectory(sweep.Files);
        var written = await directory.Run(sweep.Time, Enumerable.Range(0, Workers).Select(w => Writing(sweep, directory, w)));
        Assert.Equal(Points, directory.ReadsOfResults);
        Assert.Equal(1, directory.WritesOfReport);
        Assert.Equal(await TextOnDisk(sweep), Assert.Single(written.Select(w => w.Text).Distinct()));
        Assert.Equal(5, (await sweep.Files.List(SweepLayout.Report)).Count);
    }

    [Fact]
    public async Task A_worker_that_finishes_later_reads_no_result_and_adds_its_row()
    {
        using var sweep = Finished();
        sweep.Worker(Id(1), 3, 0, 5, WorkerStates.Running);
        var directory = new TurnBasedDirectory(sweep.Files);
        await directory.Run(sweep.Time, Writing(sweep, directory, 0));
        sweep.Worker(Id(1), 3, 0, 7);
        var late = (await directory.Run(sweep.Time, Writing(sweep, directory, 1)))[0];
        Assert.Equal(Points, directory.ReadsOfResults);
        Assert.Equal(2, directory.WritesOfReport);
        Assert.Equal(WorkerStates.Exited, late.Made!.Report.Workers.Single(w => w.Id == Id(1)).State);
        Assert.Equal(await TextOnDisk(sweep), late.Text);
    }

    [Fact]
    public async Task Where_no_report_lies_nothing_is_listed_to_see_whether_it_can_be_taken_over()
    {
        using var sweep = Finished();
        var directory = new CountingDirectory(sweep.Files);
        Assert.Null(await new SweepReportReader(directory, sweep.Time, OneByOne).TryReadWritten());
        Assert.Equal(["read start report"], directory.Counts.Keys);
    }

    [Fact]
    public async Task What_is_taken_over_is_what_would_be_read()
    {
        using var sweep = Finished();
        sweep.Finish(4, Id(0), 1, ("SCORE", double.NaN), ("loss", double.PositiveInfinity), ("exact", 0.1 + 0.2));
        sweep.Move(6, PointState.Failed);
        sweep.Error(6, Id(1), 1, "System.IO.IOException", "The disk said \"no\".\n\u001b[1m");
        sweep.Crash(7, Id(2), Id(3));
        var build = new AssemblyStamp("Samples", "1.0.0.0", "3f2a9c01-0000-0000-0000-000000000000");
        sweep.Finish(8, Id(0), r => r with { Started = SweepOnDisk.Start.ToOffset(TimeSpan.FromHours(2)), Assembly = build }, ("score", 1));
        sweep.Finish(9, Id(0), r => r with { Assembly = build with { ModuleId = "other" }, Curves = Curves }, ("score", 1), ("loss", 2));
        sweep.EditWorker(Id(3), w => w with { Assembly = build, Started = SweepOnDisk.Start.AddMinutes(3) });
        Directory.CreateDirectory(sweep.FullPath(SweepLayout.Checkpoints(8)));
        Directory.CreateDirectory(sweep.FullPath(SweepLayout.Artifacts(9)));
        for (var file = 0; file < ReportPoint.MostArtifacts + 5; file++)
            sweep.Write($"{SweepLayout.Artifacts(9)}/plot{file}.png", ""u8);
        var directory = new TurnBasedDirectory(sweep.Files);
        await directory.Run(sweep.Time, Writing(sweep, directory, 0));
        var read = await sweep.Read();
        sweep.Time.Advance(TimeSpan.FromHours(1));
        directory.Reads.Clear();
        var reader = new SweepReportReader(directory, sweep.Time, OneByOne);
        var taken = (await directory.Run(sweep.Time, () => reader.TryReadWritten().AsTask()))[0]!;
        Assert.Equal(0, directory.ReadsOfResults);
        Assert.Equal(JsonReport.Print(read), JsonReport.Print(taken));
        Assert.Equal(PageText.Of(read).Whole, PageText.Of(taken).Whole);
        Assert.Contains("artifacts/9/", PageText.Of(taken).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoints_that_were_removed_are_in_no_report_that_is_taken_over()
    {
        using var sweep = Finished();
        Directory.CreateDirectory(sweep.FullPath(SweepLayout.Checkpoints(8)));
        var directory = new TurnBasedDirectory(sweep.Files);
        await directory.Run(sweep.Time, Writing(sweep, directory, 0));
        Directory.Delete(sweep.FullPath(SweepLayout.Checkpoints(8)));
        var later = (await directory.Run(sweep.Time, Writing(sweep, directory, 1)))[0];
        Assert.Equal(Points, directory.ReadsOfResults);
        Assert.Equal(2, directory.WritesOfReport);
        Assert.Null(later.Made!.Report.Checkpoints);
        Assert.Equal(await TextOnDisk(sweep), later.Text);
    }

    [Fact]
    public async Task A_worker_of_another_build_says_so_in_a_report_that_it_takes_over()
    {
        using var sweep = Finished();
        var build = new AssemblyStamp("Samples", "1.0.0.0", "3f2a9c01-0000-0000-0000-000000000000");
        for (var point = 0; point < Points; point++)
            sweep.Finish(point, Id(point % Workers), r => r with { Assembly = build }, ("score", point));
        var directory = new TurnBasedDirectory(sweep.Files);
        await directory.Run(sweep.Time, () => new ReportWriter(directory, Id(0), sweep.Time, OneByOne with { Build = build }).Write().AsTask());
        var edited = OneByOne with { Build = build with { ModuleId = "aaaaaaaaa" } };
        var later = (await directory.Run(sweep.Time, () => new ReportWriter(directory, Id(1), sweep.Time, edited).Write().AsTask()))[0];
        Assert.Equal(Points, directory.ReadsOfResults);
        Assert.Contains("\nAll 30 results are of other builds than 1.0.0.0 (aaaaaaaa), which joined last:", later.Text, StringComparison.Ordinal);
        Assert.Equal(await TextOnDisk(sweep), later.Text);
    }

    [Fact]
    public async Task A_worker_that_dies_while_it_makes_the_report_is_waited_for_and_then_replaced()
    {
        using var sweep = Finished();
        Directory.CreateDirectory(sweep.FullPath(SweepLayout.Report));
        sweep.Write(SweepLayout.ReportTurn(Id(99)), ""u8);
        var directory = new TurnBasedDirectory(sweep.Files);
        var start = sweep.Time.GetUtcNow();
        await directory.Run(sweep.Time, Enumerable.Range(0, Workers).Select(w => Writing(sweep, directory, w)));
        Assert.InRange(sweep.Time.GetUtcNow() - start, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));
        Assert.Equal(Points, directory.ReadsOfResults);
        Assert.Equal(5, (await sweep.Files.List(SweepLayout.Report)).Count);
    }

    public static TheoryData<string> Changes => ["another state", "another attempt", "another manifest", "another result", "an unreadable report"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_report_of_anything_else_is_not_taken_over(string change)
    {
        using var sweep = Finished();
        var directory = new TurnBasedDirectory(sweep.Files);
        await directory.Run(sweep.Time, Writing(sweep, directory, 0));
        directory.Reads.Clear();
        switch (change)
        {
            case "another state":
                sweep.Move(3, PointState.Failed);
                break;
            case "another attempt":
                sweep.Error(3, Id(1), 1, "X", "y");
                break;
            case "another manifest":
                sweep.Edit(m => m with { Objective = new Objective("score", Maximize: false) });
                break;
            case "another result":
                // Somebody put the point back to be run again, and another worker finished it: every file name is the same.
                sweep.Finish(3, Id(50), 1, ("score", 1000));
                sweep.Worker(Id(50), 1, 0, 1);
                break;
            default:
                sweep.Write(SweepLayout.JsonReport, "{\"basis\":"u8);
                break;
        }

        var written = (await directory.Run(sweep.Time, Writing(sweep, directory, 1)))[0];
        Assert.InRange(directory.ReadsOfResults, Points - 1, Points);
        Assert.Equal(TextReport.Print(await sweep.Read()), written.Text);
    }

    [Fact]
    public async Task A_report_with_something_unreadable_is_not_taken_over()
    {
        using var sweep = Finished();
        var result = await File.ReadAllBytesAsync(sweep.FullPath(SweepLayout.Result(3)), Cancellation);
        sweep.Write(SweepLayout.Result(3), "{"u8);
        var directory = new TurnBasedDirectory(sweep.Files);
        var first = (await directory.Run(sweep.Time, Writing(sweep, directory, 0)))[0];
        sweep.Write(SweepLayout.Result(3), result);
        var second = (await directory.Run(sweep.Time, Writing(sweep, directory, 1)))[0];
        Assert.Single(first.Made!.Report.Warnings);
        Assert.Empty(second.Made!.Report.Warnings);
    }

    [Fact]
    public async Task Workers_that_cannot_take_over_a_report_do_not_wait_for_all_others()
    {
        using var sweep = Finished();
        sweep.Write(SweepLayout.Result(3), "{"u8);
        var directory = new TurnBasedDirectory(sweep.Files);
        var start = sweep.Time.GetUtcNow();
        var written = await directory.Run(sweep.Time, Enumerable.Range(0, Workers).Select(w => Writing(sweep, directory, w)));
        Assert.All(written, w => Assert.Single(w.Made!.Report.Warnings));
        Assert.InRange(sweep.Time.GetUtcNow() - start, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task The_command_reads_every_result_again()
    {
        using var sweep = Finished();
        var directory = new TurnBasedDirectory(sweep.Files);
        await directory.Run(sweep.Time, Writing(sweep, directory, 0));
        await directory.Run(sweep.Time, () => new ReportWriter(directory, Id(1), sweep.Time, OneByOne).WriteAnew().AsTask());
        Assert.Equal(2 * Points, directory.ReadsOfResults);
    }

    private static Func<Task<ShownReport>> Writing(SweepOnDisk sweep, TurnBasedDirectory directory, int worker) =>
        () => new ReportWriter(directory, Id(worker), sweep.Time, OneByOne).Write().AsTask();

    private static string Id(int worker) => string.Create(CultureInfo.InvariantCulture, $"node-{worker}-00ff");

    private static Task<string> TextOnDisk(SweepOnDisk sweep) => File.ReadAllTextAsync(sweep.FullPath(SweepLayout.TextReport), Cancellation);

    /// <summary>Each of the workers has finished as many points, and has left.</summary>
    private static SweepOnDisk Finished()
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", new Objective("score", Maximize: true), ("seed", [.. Enumerable.Range(0, Points).Cast<object?>()]));
        for (var point = 0; point < Points; point++)
            sweep.Finish(point, Id(point % Workers), 1, ("score", point));
        for (var worker = 0; worker < Workers; worker++)
            sweep.Worker(Id(worker), Points / Workers, 0, 3);
        return sweep;
    }
}
