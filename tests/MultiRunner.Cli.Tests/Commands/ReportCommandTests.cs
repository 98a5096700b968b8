using System.Text.Json;
using MultiRunner.Format;

namespace MultiRunner.Cli.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly SweepOnDisk sweep = new SweepOnDisk().WithFourPoints();

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task The_report_is_written_and_printed()
    {
        sweep.Finish(2, "node-a-4711-3fa2", 2, ("result", 1));

        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath("")]);

        Assert.Equal((0, ""), (report.Code, report.Error));
        Assert.StartsWith("Samples.Training.Train: 1 of 4 points finished, 0 failed, 3 to run.", report.Out, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(sweep.FullPath(SweepLayout.TextReport)) + "\n", report.Out);
        Assert.Equal(["report/report.csv", "report/report.json", "report/report.md", "report/report.txt"], sweep.Files().Where(path => path.StartsWith("report/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_report_follows_what_the_newest_code_says()
    {
        for (var point = 0; point < 4; point++)
            sweep.Finish(point, "node-a-4711-3fa2", 2, ("acc", point), ("err", point));
        sweep.Edit(m => m with { Objective = new Objective("err", Maximize: false), Current = [1, 3] });

        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath("")]);

        Assert.StartsWith("Samples.Training.Train: 2 of 2 points finished, 0 failed.\nBest: err = 1 at point 1: n = 2, in 2.0 s on node-a-4711-3fa2.\n2 points of older code are kept and not shown.\n", report.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_JSON_report()
    {
        var report = await Tool.Run(sweep.Time, ["report", "--json", sweep.FullPath("")]);

        Assert.Equal(File.ReadAllText(sweep.FullPath(SweepLayout.JsonReport)), report.Out);
        Assert.Equal(4, JsonDocument.Parse(report.Out).RootElement.GetProperty("counts").GetProperty("toRun").GetInt32());
    }

    [Fact]
    public async Task The_size_of_the_checkpoints_of_finished_points_is_added_up()
    {
        sweep.Finish(2, "node-a-4711-3fa2", 2, ("result", 1));
        foreach (var (path, bytes) in new[] { ("checkpoints/2/model", 1_000), ("checkpoints/2/epochs/7/model", 500), ("checkpoints/0/model", 9_000) })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(sweep.FullPath(path))!);
            sweep.Write(path, new byte[bytes]);
        }

        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath("")]);

        Assert.Contains("\nThe checkpoints of 1 finished point are kept (1.5 kB in all). `multirunner clean --checkpoints` removes them.\n", report.Out, StringComparison.Ordinal);
        Assert.Equal(1500, JsonDocument.Parse(File.ReadAllText(sweep.FullPath(SweepLayout.JsonReport))).RootElement.GetProperty("checkpoints").GetProperty("bytes").GetInt64());
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_printed_all_the_same()
    {
        sweep.Write("report", "in the way"u8);

        var report = await Tool.Run(sweep.Time, ["report", sweep.FullPath("")]);

        Assert.Equal(0, report.Code);
        Assert.StartsWith("Samples.Training.Train: 0 of 4 points finished", report.Out, StringComparison.Ordinal);
        Assert.Contains("The report could not be written to 'report'", report.Error, StringComparison.Ordinal);
    }
}
