using Microsoft.Extensions.Time.Testing;
using MultiRunner.Format;
using MultiRunner.Membership;
using Xunit;

namespace MultiRunner.Core.Tests.Membership;

/// <summary>Which of the workers that a scan shows run another build at the same time.</summary>
public sealed class OtherBuildsTests
{
    private static readonly AssemblyStamp Mine = new("Samples", "1.0.0.0", "11111111-mine");
    private static readonly AssemblyStamp Other = new("Samples", "1.0.0.0", "22222222-other");
    private static readonly SweepOptions Options = new() { Lease = TimeSpan.FromSeconds(60) };

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Fact]
    public void A_living_worker_of_another_build_is_noticed_at_the_first_look() =>
        Assert.Equal(["b"], Noticed(Look("b", Other, beat: 1, silence: 30)));

    [Fact]
    public void A_worker_of_the_same_build_is_none() => Assert.Empty(Noticed(Look("b", Mine, beat: 1, silence: 1), Look("b", Mine, beat: 2, silence: 1)));

    [Fact]
    public void A_worker_that_does_not_say_its_build_is_none() => Assert.Empty(Noticed(Look("b", null, beat: 1, silence: 1), Look("b", null, beat: 2, silence: 1)));

    [Fact]
    public void Without_a_build_of_its_own_a_worker_notices_nothing()
    {
        var builds = new OtherBuilds(mine: null, Options, time);

        builds.Note(Look("b", Other, beat: 1, silence: 1));

        Assert.Empty(builds.Found);
    }

    /// <summary>Nobody knows yet that it is dead, for a lease has not passed since the first look.</summary>
    [Fact]
    public void A_worker_of_another_machine_that_died_long_ago_is_none() => Assert.Empty(Noticed(Look("b", Other, beat: 7, silence: 3600), Look("b", Other, beat: 7, silence: 3600)));

    [Fact]
    public void A_worker_whose_clock_is_behind_is_noticed_when_it_beats() =>
        Assert.Equal(["b"], Noticed(Look("b", Other, beat: 7, silence: 3600), Look("b", Other, beat: 8, silence: 3600)));

    [Theory]
    [InlineData(69, true)]
    [InlineData(71, false)]
    public void A_worker_that_beats_slowly_may_be_silent_for_longer(double silence, bool isNoticed) =>
        Assert.Equal(isNoticed, Noticed(Look("b", Other, beat: 1, silence, interval: 10)).Any());

    [Fact]
    public void One_that_had_left_before_the_first_look_is_none() => Assert.Empty(Noticed(Look("b", Other, beat: 9, silence: 1, Verdict.Exited), Look("b", Other, beat: 9, silence: 1, Verdict.Exited)));

    [Fact]
    public void One_that_leaves_after_the_first_look_is_noticed_whatever_its_clock_says() =>
        Assert.Equal(["b"], Noticed(Look("b", Other, beat: 1, silence: 3600), Look("b", Other, beat: 2, silence: 3600, Verdict.Exited)));

    [Fact]
    public void One_that_is_known_to_be_dead_is_none() => Assert.Empty(Noticed(Look("b", Other, beat: 1, silence: 1, Verdict.Dead)));

    [Fact]
    public void All_of_them_are_kept_in_order() =>
        Assert.Equal(["a", "b", "c"], Noticed(Look("c", Other, beat: 1, silence: 1), Look("a", Other, beat: 1, silence: 1), Look("b", Other, beat: 1, silence: 1)));

    private IEnumerable<string> Noticed(params IReadOnlyDictionary<string, WorkerSighting>[] looks)
    {
        var builds = new OtherBuilds(Mine, Options, time);
        foreach (var look in looks)
            builds.Note(look);
        return builds.Found.Select(record => record.Worker.Id);
    }

    private Dictionary<string, WorkerSighting> Look(string worker, AssemblyStamp? build, long beat, double silence, Verdict verdict = Verdict.Alive, double interval = 5) => new()
    {
        [worker] = new WorkerSighting(
            verdict,
            new WorkerRecord
            {
                Worker = new WorkerIdentity(worker, "host", Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null),
                Assembly = build,
                Beat = beat,
                IntervalSeconds = interval,
                State = verdict == Verdict.Exited ? WorkerStates.Exited : WorkerStates.Running,
                Running = [],
                Finished = 0,
                Errors = 0,
                BusySeconds = 0,
                Started = time.GetUtcNow().AddDays(-1),
                Updated = time.GetUtcNow().AddSeconds(-silence),
            },
            Since: 0),
    };
}
