using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>
/// Breaks the protocol on purpose and expects the simulation to notice, for the right reason and within a few seeds: what
/// would not be noticed here would not be noticed when somebody breaks it by mistake.
/// </summary>
public class MutationTests
{
    private const int Seeds = 4000;

    /// <summary>For the same without the fault, which shows nothing.</summary>
    private const int FewSeeds = 500;

    /// <summary>
    /// For what goes wrong only when a process is stopped at one moment, and others do much while it is. The first seed is near one that
    /// is known to show it, which spares half a minute. When the simulation draws other numbers, another seed will, a little later.
    /// </summary>
    private const int ManySeeds = 40_000;

    [Fact]
    public void A_result_that_is_not_synced_before_the_commit() =>
        ExpectCaught(Profile.Crashes, (d, _) => new NoSync(d), "is another one now", "without a whole");

    [Fact]
    public void A_failed_fsync_that_is_not_noticed() =>
        ExpectCaught(Profile.FullDisk, (d, _) => new SwallowedWriteErrors(d), "without a whole candidate");

    [Fact]
    public void A_commit_before_the_candidate_is_written() =>
        ExpectCaught(Profile.Calm, (d, _) => new CommitBeforeCandidate(d), "without a whole candidate");

    [Fact]
    public void Artifacts_that_only_their_own_worker_publishes() =>
        ExpectCaught(Profile.Crashes, (d, me) => new OwnArtifactsOnly(d, me), "are not those of its result");

    [Fact]
    public void A_publication_before_the_commit() =>
        ExpectCaught(Profile.Calm, (d, _) => new PublishBeforeCommit(d), "is not the committed one");

    [Fact]
    public void A_seal_before_the_publication() =>
        ExpectCaught(Profile.Calm, (d, _) => new SealBeforePublish(d), "is finished, but has no result");

    [Fact]
    public void A_candidate_that_is_dropped_when_a_reply_is_lost() =>
        ExpectCaught(Profile.LostReplies, (d, _) => new DropOnLostReply(d), "has neither candidate nor result", "without a whole candidate");

    [Fact]
    public void One_name_for_the_claims_of_all_on_clients_with_caches()
    {
        ExpectCaught(Profile.StaleCaches, SharedName, 0, Seeds, "was executed 2 times");
        Assert.Null(SeedRuns.FirstViolation(Profile.Calm, SharedName, 0, FewSeeds));

        static Mutation SharedName()
        {
            var owners = new Dictionary<string, string>(StringComparer.Ordinal);
            return new Mutation((d, me) => new SharedRunningName(d, me, owners)) { HasOtherNames = true };
        }
    }

    [Fact]
    public void A_rename_in_two_steps() =>
        ExpectCaught(Profile.Calm, (d, _) => new CopyAndDelete(d), "2 state files");

    [Fact]
    public void No_repair_after_a_death() =>
        ExpectCaught(Profile.Crashes, (d, me) => new NoRepair(d, me), "no end");

    [Fact]
    public void No_record_of_a_crash() =>
        ExpectCaught(Profile.Crashes, (d, _) => new NoAttemptRecords(d, ofTheDead: true), "times, but has");

    [Fact]
    public void No_record_of_a_failed_attempt() =>
        ExpectCaught(Profile.FailingExperiments, (d, _) => new NoAttemptRecords(d, ofTheDead: false), "times, but has", "after 0 of", "which is not so");

    [Fact]
    public void Living_workers_taken_for_dead() =>
        ExpectCaught(Profile.Calm, (d, _) => new FrozenHeartbeats(d), "although nobody died", "was not made");

    [Fact]
    public void A_worker_that_says_too_early_that_it_holds_nothing() =>
        ExpectCaught(Profile.Calm, (d, _) => new LeavesTooEarly(d), "although nobody died");

    [Fact]
    public void Absence_taken_for_evidence_too_early() =>
        ExpectCaught(Profile.StaleCaches, () => new Mutation((d, _) => new AlwaysBeating(d), c => new HastyClock(c)), 0, Seeds, "state files", "and now is");

    [Fact]
    public void A_rerun_that_moves_the_result_before_the_checkpoints() =>
        ExpectCaught(Profile.Reruns, (d, _) => new ResultBeforeCheckpoints(d), "with old checkpoints", "neither published nor archived");

    [Fact]
    public void A_rerun_that_does_not_take_the_point_first() =>
        ExpectCaught(Profile.Reruns, () => new Mutation((d, me) => new RerunWithoutTaking(d, me)), 11_000, ManySeeds, "was finished and now is", "is gone, or is another one now");

    [Fact]
    public void A_rerun_that_gives_two_results_one_name_in_the_archive()
    {
        ExpectCaught(Profile.Reruns, () => new Mutation((d, _) => new OneNameInArchive(d)), 2_000, ManySeeds, "neither published nor archived");
        Assert.Null(SeedRuns.FirstViolation(Profile.Reruns, () => new Mutation((d, _) => new OneNameInArchive(d, hasOneName: false)), 2_000, FewSeeds));
    }

    [Fact]
    public void Two_writers_of_one_heartbeat_file() =>
        ExpectCaught(Profile.Calm, (d, _) => new TwoHeartbeatWriters(d), "is torn", "went back", "does not say so");

    [Fact]
    public void A_turn_that_every_worker_has() =>
        ExpectCaught(Profile.Calm, (d, _) => new TurnForAll(d), "ini was built by");

    private static void ExpectCaught(Profile profile, Func<ISharedDirectory, string, ISharedDirectory> wrap, params string[] reasons) =>
        ExpectCaught(profile, () => new Mutation(wrap), 0, Seeds, reasons);

    private static void ExpectCaught(Profile profile, Func<Mutation> mutation, int first, int seeds, params string[] reasons)
    {
        var violation = SeedRuns.FirstViolation(profile, mutation, first, seeds);
        Assert.True(violation is not null, $"{seeds} seeds of {profile} ran as if nothing were wrong.");
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {violation.Seed}");
        Assert.True(reasons.Any(r => violation.What.Contains(r, StringComparison.Ordinal)), $"Caught for another reason: {violation.Message}\n{violation.History}");
    }
}
