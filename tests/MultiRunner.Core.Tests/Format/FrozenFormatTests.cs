using System.Runtime.CompilerServices;
using System.Text;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Reports.Reading;
using MultiRunner.Results;
using MultiRunner.Scheduling;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Format;

/// <summary>
/// A sweep directory of format 2, checked in as it was written: 8 points finished, 2 failed, one waiting, and one committed
/// by a worker that died before it published. Whatever becomes of the code, it must go on reading this.
/// </summary>
public sealed class FrozenFormatTests : IDisposable
{
    private const string Sweep = "Samples.Training.Train";

    private readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("multirunner-");
    private readonly FileSystemDirectory files;

    public FrozenFormatTests()
    {
        var source = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Format2", Sweep);
        foreach (var file in Directory.EnumerateFiles(source, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            var target = Path.Combine(copy.FullName, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        files = new FileSystemDirectory(copy.FullName);
    }

    [Fact]
    public async Task Its_manifest_is_read()
    {
        var manifest = await ManifestReader.ReadNewest(files);

        Assert.Equal(2, manifest!.Format);
        Assert.Equal(Sweep, manifest.Sweep);
        Assert.Equal(new Objective("accuracy", Maximize: true), manifest.Objective);
        Assert.Equal(["batchSize", "loss", "learningRate"], manifest.Parameters.Select(p => p.Name));
        Assert.Equal((12, 1), (manifest.Points.Count, manifest.Revision));
        Assert.Equal(Enumerable.Range(0, 12), manifest.Current);
        Assert.Equal(new CanonicalJson("""{"batchSize":64,"learningRate":0.1,"loss":"Absolute"}"""), manifest.Points[11]);
    }

    [Fact]
    public async Task Its_report_is_read()
    {
        var report = await new SweepReportReader(files, TimeProvider.System).Read();

        Assert.All(report.Warnings, w => Assert.Contains("NaN", w, StringComparison.Ordinal));
        Assert.Equal((12, 9, 2, 1), (report.Counts.Total, report.Counts.Finished, report.Counts.Failed, report.Counts.ToRun));
        Assert.Equal(2, report.Best[0].Members[0].Index);
        Assert.Equal(0.9516, report.Best[0].Metric("accuracy")!.Value, 12);
    }

    [Fact]
    public async Task Its_results_are_read()
    {
        var result = PointResult.TryParse(await files.TryRead(SweepLayout.Result(0)));

        Assert.Equal((0, "node-a-4711-3fa2", "node-a", 1), (result!.Point, result.Worker, result.Host, result.Attempt));
        Assert.True(double.IsNaN(result.Metrics["logLoss"]));
        Assert.Equal("Squared", result.Details!["loss"]);
        Assert.Equal([new CurvePoint(0, 1), new CurvePoint(1, 0.5), new CurvePoint(2, 1.0 / 3)], result.Curves!["trainLoss"]);
    }

    [Fact]
    public async Task It_is_gone_on_with()
    {
        var me = WorkerProcess.Identify();
        var options = new SweepOptions();
        var worker = new SweepWorker(files, files, me, options, TimeProvider.System, new Random(1));
        await worker.Join(Enumerable.Range(0, 12), _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);
        var executed = new List<int>();
        var outcomes = new Dictionary<int, PointOutcome>();
        for (var slot = 0; slot < 12; slot++)
        {
            var outcome = await worker.NextOutcome(Execute, TestContext.Current.CancellationToken);
            outcomes.Add(outcome.Point, outcome);
        }

        await worker.Leave();

        Assert.Equal([4], executed);
        Assert.IsType<PointOutcome.FinishedHere>(outcomes[4]);
        Assert.Equal([8, 11], outcomes.Values.OfType<PointOutcome.FailedForGood>().Select(o => o.Point).Order());
        Assert.All(outcomes.Values.OfType<PointOutcome.FailedForGood>(), o => Assert.Equal(["The loss is NaN.", "The loss is NaN.", "The loss is NaN."], o.Attempts.Select(a => a.Error.Message.Split(" : ").Last())));
        Assert.Equal(9, outcomes.Values.OfType<PointOutcome.FinishedElsewhere>().Count());
        Assert.True(File.Exists(Path.Combine(copy.FullName, "ini", "7_finished")));
        Assert.Equal("node-b", PointResult.TryParse(await files.TryRead(SweepLayout.Result(7)))!.Host);

        ValueTask<AttemptOutcome> Execute(Attempt attempt, CancellationToken cancellation)
        {
            executed.Add(attempt.Point);
            return ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(Encoding.UTF8.GetBytes("""{"point":4}""")));
        }
    }

    public void Dispose() => copy.Delete(recursive: true);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
