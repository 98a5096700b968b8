using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Scheduling;
using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Protocol;

/// <summary>A point has one record of a skip for each host, however many workers the host has.</summary>
public sealed class SkippedPointRecordTests
{
    private const string NoGpu = "there is no GPU here";

    private readonly MemoryDirectory memory = new();
    private readonly CountingDirectory directory;

    public SkippedPointRecordTests() => directory = new CountingDirectory(memory);

    [Fact]
    public async Task Workers_of_a_host_share_it_and_the_first_one_writes_it()
    {
        await Skip("node-a-1-aaaa", "node-a.cluster", NoGpu);
        directory.Reset();
        await Skip("node-a-slurm-7-2-bbbb", "node-a.cluster", NoGpu);

        Assert.Equal(["3.node-a.skip.json"], await memory.List(SweepLayout.Attempts));
        Assert.Equal("node-a-1-aaaa", (await Record("node-a")).Worker);
        Assert.DoesNotContain(directory.Counts.Keys, operation => operation.StartsWith("write", StringComparison.Ordinal));
        Assert.Equal(["3_to_run"], await memory.List(SweepLayout.Ini));
    }

    [Fact]
    public async Task Another_host_has_one_of_its_own()
    {
        await Skip("node-a-1-aaaa", "node-a", NoGpu);
        await Skip("node-b-1-aaaa", "node-b", NoGpu);

        Assert.Equal(
            ["3.node-a.skip.json", "3.node-b.skip.json"],
            (await memory.List(SweepLayout.Attempts)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("the GPU is too small")]
    [InlineData(null)]
    public async Task Another_reason_and_a_record_that_cannot_be_read_are_replaced(string? reason)
    {
        await Skip("node-a-1-aaaa", "node-a", NoGpu);
        if (reason is null)
            await memory.Write(SweepLayout.Skip(3, "node-a"), "{"u8.ToArray());
        await Skip("node-a-2-bbbb", "node-a", reason ?? NoGpu);

        Assert.Equal(["3.node-a.skip.json"], await memory.List(SweepLayout.Attempts));
        var record = await Record("node-a");
        Assert.Equal((reason ?? NoGpu, "node-a-2-bbbb"), (record.Reason, record.Worker));
    }

    [Fact]
    public async Task A_record_that_another_user_forbids_to_read_is_replaced()
    {
        await Skip("node-a-1-aaaa", "node-a", NoGpu);
        await Skip("node-a-2-bbbb", "node-a", NoGpu, new Unreadable(memory));

        Assert.Equal("node-a-2-bbbb", (await Record("node-a")).Worker);
        Assert.Equal(["3_to_run"], await memory.List(SweepLayout.Ini));
    }

    private async Task Skip(string worker, string host, string reason, ISharedDirectory? seen = null)
    {
        foreach (var name in await memory.List(SweepLayout.Ini))
            await memory.TryDelete($"{SweepLayout.Ini}/{name}");
        await memory.Write(new StateFile(3, PointState.Running, worker).Path, "{}"u8.ToArray());
        var identity = TestSweep.Worker(worker) with { Host = host };
        var restorer = new PointRestorer(directory, worker, _ => "{}"u8.ToArray());
        var protocol = new PointProtocol(seen ?? directory, identity, new SweepOptions(), restorer, new FakeTimeProvider());
        await protocol.Skip(3, new SkipRecord { Point = 3, Worker = worker, Reason = reason });
    }

    private async Task<SkipRecord> Record(string host) =>
        JsonSerializer.Deserialize(await memory.TryRead(SweepLayout.Skip(3, host)), SweepJson.Readable.SkipRecord)!;

    private sealed class Unreadable(ISharedDirectory inner) : Detour(inner)
    {
        private static readonly int Denied = OperatingSystem.IsWindows() ? Win32.AccessDenied : Posix.EACCES;

        public override ValueTask<byte[]?> TryRead(string path) =>
            throw new SharedDirectoryException($"'{path}' cannot be read: Permission denied", Denied, isTransient: false);
    }
}
