using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Protocol;
using MultiRunner.Core.Tests.Reports;
using MultiRunner.Core.Tests.Scheduling;
using MultiRunner.Core.Tests.Simulation;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Results;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Format;

/// <summary>
/// Half of a surrogate pair in a name, or a byte that is no UTF-8, passes the parser. What reads the name later throws another exception
/// than for a file that was cut off. Both are damage.
/// </summary>
public sealed class DamagedJsonTests
{
    private static readonly byte[] Damaged =
        """{"poi\ud800nt":0,"work\ud800er":"a"}"""u8.ToArray();

    private readonly MemoryDirectory directory = new();

    [Fact]
    public void Result_is_none_and_is_not_whole()
    {
        Assert.Null(PointResult.TryParse(Damaged));
        Assert.False(ResultCheck.IsWhole(Damaged, 0));
    }

    [Theory]
    [InlineData("""{"form\ud800at":1}""")]
    [InlineData("""{"format":FORMAT,"poi\ud800nts":[]}""")]
    [InlineData("""{"format":FORMAT,"points":[{"x\ud800":1}]}""")]
    public async Task Manifest_is_refused(string json)
    {
        var whole = json.Replace("FORMAT", $"{Manifest.CurrentFormat}", StringComparison.Ordinal);
        await directory.Write(SweepLayout.Manifest, Encoding.UTF8.GetBytes(whole));
        var e = await Assert.ThrowsAsync<SweepDirectoryException>(async () => await ManifestReader.ReadNewest(directory));
        Assert.Contains("cannot be read", e.Message, StringComparison.Ordinal);
    }

    /// <summary>The worker stores its result, finds the point finished, and looks whose result that is.</summary>
    [Fact]
    public async Task Result_that_counts_is_another_workers()
    {
        await directory.Write(new StateFile(0, PointState.Finished).Path, "{}"u8.ToArray());
        await directory.Write(SweepLayout.Result(0), Damaged);
        var restorer = new PointRestorer(directory, "a", _ => default);
        var protocol = new PointProtocol(directory, TestSweep.Worker("a"), new SweepOptions(), restorer, new FakeTimeProvider());

        Assert.False(await protocol.TryFinish(0, 1, "{}"u8.ToArray()));
    }

    [Fact]
    public async Task Report_warns()
    {
        using var sweep = new SweepOnDisk();
        sweep.Axes("Sample", new Objective("score", Maximize: true), ("x", [0, 1]));
        sweep.Finish(0, "node-a-4711-3fa2", 1, ("score", 1));
        sweep.Finish(1, "node-a-4711-3fa2", 1, ("score", 1));
        sweep.Write(SweepLayout.Result(0), Damaged);
        sweep.Write(SweepLayout.Worker("node-b-17-09bc"), Damaged);

        var report = await sweep.Read();

        Assert.Single(report.Warnings, w => w.Contains(SweepLayout.Result(0), StringComparison.Ordinal));
        var heartbeat = SweepLayout.Worker("node-b-17-09bc");
        Assert.Single(report.Warnings, w => w.StartsWith($"'{heartbeat}' cannot be read: ", StringComparison.Ordinal));
        Assert.Equal(1, report.Points[1].Metric("score"));
    }

    /// <summary>An object without its name would be taken for one whose name is null, and fail where the name is used.</summary>
    [Fact]
    public void Object_without_what_it_must_have_is_damaged()
    {
        JsonTypeInfo[] objects =
        [
            SweepJson.Readable.WorkerIdentity, SweepJson.Readable.AssemblyStamp, SweepJson.Readable.RunningPoint, SweepJson.Readable.AttemptError,
            SweepJson.Readable.ManifestParameter, SweepJson.Readable.ManifestAxis, SweepJson.Readable.Objective,
        ];
        Assert.All(objects, type => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("{}", type)));
    }

    /// <summary>If the first argument of the damaged results were learned, point 0 would be the longest.</summary>
    [Fact]
    public async Task Duration_is_not_learned_not_even_in_part()
    {
        string[] results =
        [
            """{"point":0,"arguments":{"x":0},"seconds":1}""",
            """{"point":1,"arguments":{"x":1},"seconds":2}""",
            """{"point":2,"arguments":{"x":0,"y\ud800":1},"seconds":1000}""",
            """{"point":3,"arguments":{"x":0,"yÿ":1},"seconds":1000}""",
            """{"point":4,"arguments":{"x":0,"y":"\ud800"},"seconds":1000}""",
            """{"point":5,"argume\ud800nts":{"x":0},"seconds":1000}""",
        ];
        for (var point = 0; point < results.Length; point++)
            await directory.Write(SweepLayout.Result(point), Encoding.Latin1.GetBytes(results[point]));
        foreach (var point in (int[])[0, 1])
            await directory.Write(new StateFile(point, PointState.ToRun).Path, World.ArgumentsOf(point));

        var costs = await new PastDurations(directory, new FakeTimeProvider(), new Random(1))
            .Estimate([0, 1], World.ArgumentsOf, TestContext.Current.CancellationToken);

        Assert.Equal(0, costs![0], 1e-9);
        Assert.Equal(Math.Log(2), costs[1], 1e-9);
    }
}
