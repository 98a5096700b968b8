using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Protocol;
using MultiRunner.Core.Tests.Scheduling;
using MultiRunner.Membership;
using Xunit;

namespace MultiRunner.Core.Tests.Membership;

/// <summary>
/// When the silence of a worker means that it is dead. The lease is 60 s, the worker beats every 10 s, and seven of its beats take 70 s.
/// </summary>
public sealed class LivenessTests
{
    private const string Other = "node-1-1-abcd";
    private readonly FakeTimeProvider time = new();
    private readonly MemoryDirectory directory;
    private readonly Liveness liveness;
    private TimeSpan readTakes;

    public LivenessTests()
    {
        directory = new MemoryDirectory { Hides = IsHiddenAfterTheRead };
        liveness = new Liveness(directory, TestSweep.Worker("me"), new SweepOptions(), time);
    }

    [Fact]
    public async Task A_worker_is_dead_after_seven_of_its_beats_during_which_it_was_watched()
    {
        await Beat(1);
        await LookAfter(0);
        for (var seconds = 5; seconds < 70; seconds += 5)
            Assert.Equal(Verdict.Alive, await LookAfter(5));

        Assert.Equal(Verdict.Dead, await LookAfter(5));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(65)]
    public async Task An_outage_that_cuts_off_both_is_no_silence_of_the_worker(int silentBefore)
    {
        await Beat(1);
        await LookAfter(0);
        for (var seconds = 0; seconds < silentBefore; seconds += 5)
            await LookAfter(5);

        // The server is away, and nobody reads or writes. When it is back, the observer is the first to get through.
        Assert.Equal(Verdict.Alive, await LookAfter(600));
        Assert.Equal(Verdict.Alive, await LookAfter(35));
        Assert.Equal(Verdict.Alive, await LookAfter(30));
        await Beat(2);
        Assert.Equal(Verdict.Alive, await LookAfter(5));
        Assert.Equal(Verdict.Alive, await LookAfter(30));
    }

    [Fact]
    public async Task A_worker_that_stays_silent_after_an_outage_is_dead_after_as_long_as_any_other()
    {
        await Beat(1);
        await LookAfter(0);
        await LookAfter(600);
        for (var seconds = 5; seconds < 70; seconds += 5)
            Assert.Equal(Verdict.Alive, await LookAfter(5));

        Assert.Equal(Verdict.Dead, await LookAfter(5));
    }

    [Fact]
    public async Task A_read_that_waits_for_the_server_is_a_gap_too()
    {
        await Beat(1);
        await LookAfter(0);
        for (var seconds = 0; seconds < 65; seconds += 5)
            await LookAfter(5);
        readTakes = TimeSpan.FromMinutes(10);

        Assert.Equal(Verdict.Alive, await LookAfter(5));
    }

    [Fact]
    public async Task A_worker_that_is_looked_at_rarely_is_dead_at_the_second_look_without_a_change()
    {
        await Beat(1);
        await LookAfter(0);

        Assert.Equal(Verdict.Alive, await LookAfter(120));
        Assert.Equal(Verdict.Dead, await LookAfter(120));
    }

    private async Task<Verdict> LookAfter(int seconds)
    {
        time.Advance(TimeSpan.FromSeconds(seconds));
        return (await liveness.Observe(Other)).Verdict;
    }

    private bool IsHiddenAfterTheRead(string path)
    {
        time.Advance(readTakes);
        return false;
    }

    private ValueTask Beat(long beat) => Heartbeats.Write(directory, time, Other, beat);
}
