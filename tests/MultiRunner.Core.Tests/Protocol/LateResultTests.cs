using System.Text;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Scheduling;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using Xunit;

namespace MultiRunner.Core.Tests.Protocol;

/// <summary>Of two workers that run one point, the later one has nothing to commit.</summary>
public sealed class LateResultTests
{
    private readonly CountingDirectory directory = new(new MemoryDirectory());

    /// <summary>In a large fleet thousands of duplicates come too late, and the names of a large sweep take a second.</summary>
    [Fact]
    public async Task It_sees_that_the_point_is_finished_without_a_listing()
    {
        await directory.Write(new StateFile(3, PointState.ToRun).Path, "{}"u8.ToArray());
        Assert.True(await Protocol("a").TryClaim(3));
        Assert.True(await Protocol("b").TryFinish(3, Result("b"), artifacts: null));
        directory.Reset();

        Assert.False(await Protocol("a").TryFinish(3, Result("a"), artifacts: null));

        Assert.DoesNotContain("list ini", directory.Counts.Keys);
        Assert.Equal(["3.json"], await directory.List(SweepLayout.Results));
        Assert.Equal(Result("b"), await directory.TryRead(SweepLayout.Result(3)));
    }

    private static byte[] Result(string worker) => Encoding.UTF8.GetBytes($"{{\"point\":3,\"worker\":\"{worker}\"}}");

    private PointProtocol Protocol(string worker)
    {
        var restorer = new PointRestorer(directory, worker, _ => "{}"u8.ToArray());
        return new PointProtocol(directory, TestSweep.Worker(worker), new SweepOptions(), restorer, new FakeTimeProvider());
    }
}
