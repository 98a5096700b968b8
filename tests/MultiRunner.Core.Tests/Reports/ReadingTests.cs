using System.Collections.Concurrent;
using System.Text;
using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Format;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>How a sweep directory is read: once, and several files at a time; and what is noticed meanwhile.</summary>
public class ReadingTests
{
    private static readonly Objective Most = new("score", Maximize: true);

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Each_result_is_read_once_and_the_attempts_are_listed_once(int filesAtATime)
    {
        using var sweep = Seeds(40);
        for (var i = 0; i < 30; i++)
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("score", i));
        for (var i = 30; i < 40; i++)
        {
            sweep.Error(i, SampleSweeps.NodeA, 1, "X", $"of {i}");
            sweep.Move(i, PointState.Failed);
        }

        var directory = new Counting(sweep.Files);
        var report = await new SweepReportReader(directory, sweep.Time, new ReadingOptions { FilesAtATime = filesAtATime }).Read();

        Assert.Equal(Enumerable.Range(0, 40), report.Points.Select(p => p.Index));
        Assert.Equal(Enumerable.Range(0, 30).Select(i => (double?)i), report.Points.Take(30).Select(p => p.Metric("score")));
        Assert.Equal(Enumerable.Range(30, 10).Select(i => $"of {i}"), report.Points.Skip(30).Select(p => p.Failures![0].Message));
        Assert.Equal(30, directory.Reads.Count(r => r.Key.StartsWith("results/", StringComparison.Ordinal)));
        Assert.All(directory.Reads, r => Assert.Equal(1, r.Value));
        Assert.Equal(1, directory.Lists[SweepLayout.Attempts]);
    }

    [Fact]
    public async Task Warnings_are_in_the_order_of_the_points_whichever_read_is_done_first()
    {
        using var sweep = Seeds(200);
        for (var i = 0; i < 200; i++)
        {
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("score", i));
            File.Delete(sweep.FullPath(SweepLayout.Result(i)));
        }

        var report = await new SweepReportReader(new Uneven(sweep.Files), sweep.Time).Read();
        Assert.Equal(
            Enumerable.Range(0, 200).Select(i => $"Point {i} is marked as finished, but 'results/{i}.json' is missing."),
            report.Warnings.Select(w => w[..(w.IndexOf("missing.", StringComparison.Ordinal) + 8)]));
    }

    [Fact]
    public async Task Infinity_that_does_not_win_is_as_good_as_any_value()
    {
        using var sweep = Seeds(2);
        sweep.Finish(0, SampleSweeps.NodeA, 1, ("score", double.NegativeInfinity), ("loss", double.PositiveInfinity));
        Assert.Empty((await sweep.Read()).Warnings);
    }

    [Fact]
    public async Task Checkpoints_of_finished_points_are_counted()
    {
        using var sweep = Seeds(4);
        foreach (var point in new[] { 0, 2, 3 })
            Directory.CreateDirectory(sweep.FullPath(SweepLayout.Checkpoints(point)));
        Directory.CreateDirectory(sweep.FullPath("checkpoints/notes"));
        var nothing = await sweep.Read();
        Assert.Null(nothing.Checkpoints);
        Assert.DoesNotContain("checkpoint", JsonReport.Print(nothing) + TextReport.Print(nothing), StringComparison.Ordinal);

        sweep.Finish(0, SampleSweeps.NodeA, 1, ("score", 1));
        sweep.Finish(2, SampleSweeps.NodeA, 1, ("score", 1));
        Assert.Contains(
            "\nThe checkpoints of 2 finished points are kept (`multirunner report` adds up their size). `multirunner clean --checkpoints` removes them.\nAs of ",
            TextReport.Print(await sweep.Read()),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0 bytes in all")]
    [InlineData(499, "998 bytes in all")]
    [InlineData(500, "1 kB in all")]
    [InlineData(6_172, "12 kB in all")]
    [InlineData(617_283_945, "1.2 GB in all")]
    public async Task The_size_of_checkpoints_is_told_where_it_is_asked_for(long each, string size)
    {
        using var sweep = Seeds(2);
        for (var i = 0; i < 2; i++)
        {
            sweep.Finish(i, SampleSweeps.NodeA, 1, ("score", 1));
            Directory.CreateDirectory(sweep.FullPath(SweepLayout.Checkpoints(i)));
        }

        var report = await new SweepReportReader(sweep.Files, sweep.Time, new ReadingOptions { SizeOf = _ => each }).Read();
        Assert.Equal(2 * each, report.Checkpoints!.Bytes);
        Assert.Contains($"The checkpoints of 2 finished points are kept ({size}).", TextReport.Print(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_in_pieces_is_what_is_printed()
    {
        using var sweep = SampleSweeps.Troubled();
        var report = await sweep.Read();
        using var csv = new MemoryStream();
        using var json = new MemoryStream();
        CsvReport.Write(report, csv);
        JsonReport.Write(report, json);
        Assert.Equal(CsvReport.Print(report), Encoding.UTF8.GetString(csv.ToArray()));
        Assert.Equal(JsonReport.Print(report), Encoding.UTF8.GetString(json.ToArray()));
    }

    private static SweepOnDisk Seeds(int count, Objective? objective = null)
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", objective ?? Most, ("seed", [.. Enumerable.Range(0, count).Cast<object?>()]));
        return sweep;
    }

    /// <summary>Counts what is read and listed.</summary>
    private sealed class Counting(ISharedDirectory inner) : Detour(inner)
    {
        public ConcurrentDictionary<string, int> Reads { get; } = new();

        public ConcurrentDictionary<string, int> Lists { get; } = new();

        public override ValueTask<byte[]?> TryRead(string path)
        {
            Reads.AddOrUpdate(path, 1, (_, count) => count + 1);
            return base.TryRead(path);
        }

        public override ValueTask<IReadOnlyList<string>> List(string path)
        {
            Lists.AddOrUpdate(path, 1, (_, count) => count + 1);
            return base.List(path);
        }
    }

    /// <summary>A directory in which the first read of a result ends only after a later one has begun.</summary>
    private sealed class Uneven(ISharedDirectory inner) : Detour(inner)
    {
        private readonly TaskCompletionSource later = new();

        public override async ValueTask<byte[]?> TryRead(string path)
        {
            if (path == SweepLayout.Result(0))
                await later.Task;
            else if (path == SweepLayout.Result(199))
                later.SetResult();
            return await base.TryRead(path);
        }
    }
}
