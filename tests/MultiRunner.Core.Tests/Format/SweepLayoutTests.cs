using MultiRunner.Format;
using Xunit;

namespace MultiRunner.Core.Tests.Format;

public class SweepLayoutTests
{
    private const string Worker = "node-a-4711-3fa2";

    [Fact]
    public void The_names_are_a_public_contract()
    {
        Assert.Equal("ini/sweep.json", SweepLayout.Manifest);
        Assert.Equal("ini/sweep.json", SweepLayout.ManifestOf(1));
        Assert.Equal("revisions/2/sweep.json", SweepLayout.ManifestOf(2));
        Assert.Equal("ini/.3_duplicate.node-a-4711-3fa2", SweepLayout.DuplicateMarker(3, Worker));
        Assert.Equal("attempts/3.*", SweepLayout.AttemptsAt(3));
        Assert.Equal(".ini-node-a-4711-3fa2", SweepLayout.IniUnderConstruction(Worker));
        Assert.Equal(".making/node-a-4711-3fa2.json", SweepLayout.Maker(Worker));
        Assert.Equal(".making-node-a-4711-3fa2", SweepLayout.MakingAside(Worker));
        Assert.Equal("results/3.json", SweepLayout.Result(3));
        Assert.Equal("results/.3.node-a-4711-3fa2.2", SweepLayout.Candidate(3, Worker, 2));
        Assert.Equal("results/.3.node-a-4711-3fa2.2", SweepLayout.Candidate(new StateFile(3, PointState.Committed, Worker, 2)));
        Assert.Equal("artifacts/3", SweepLayout.Artifacts(3));
        Assert.Equal("artifacts/.3.node-a-4711-3fa2.2", SweepLayout.ArtifactsOfAttempt(3, Worker, 2));
        Assert.Equal("artifacts/.3.node-a-4711-3fa2.2", SweepLayout.ArtifactsOfAttempt(new StateFile(3, PointState.Committed, Worker, 2)));
        Assert.Equal("checkpoints/3", SweepLayout.Checkpoints(3));
        Assert.Equal("attempts/3.node-a-4711-3fa2.2.json", SweepLayout.Attempt(3, Worker, 2));
        Assert.Equal("attempts/3.node-a-4711-3fa2.crash.json", SweepLayout.CrashAttempt(3, Worker));
        Assert.Equal("workers/node-a-4711-3fa2.json", SweepLayout.Worker(Worker));
        Assert.Equal("ini/.3_to_run.node-a-4711-3fa2", SweepLayout.TemporaryFor("ini/3_to_run", Worker));
        Assert.Equal(".top.node-a-4711-3fa2", SweepLayout.TemporaryFor("top", Worker));
        Assert.Equal("results/3.json.node-a-4711-3fa2.corrupt", SweepLayout.Corrupt("results/3.json", Worker));
    }

    [Theory]
    [InlineData("12.node-a.skip.json", 12, "node-a")]
    [InlineData("0.b.skip.json", 0, "b")]
    [InlineData("12.skip.json", null, null)]
    [InlineData("12..skip.json", null, null)]
    [InlineData(".12.node-a.skip.json.node-a-1-aaaa", null, null)]
    [InlineData("a.node-a.skip.json", null, null)]
    [InlineData("12.node-a-1-aaaa.1.json", null, null)]
    public void The_point_and_the_host_of_a_skip(string name, int? point, string? host)
    {
        var skip = SweepLayout.SkipOf(name);

        Assert.Equal((point, host), (skip?.Point, skip?.Host));
        if (point is not null)
            Assert.Equal(name, NameOf(SweepLayout.Skip(point.Value, host!)));
    }

    [Theory]
    [InlineData("3.json", 3)]
    [InlineData("0.json", 0)]
    [InlineData("2147483647.json", int.MaxValue)]
    [InlineData("2147483648.json", null)]
    [InlineData("007.json", null)]
    [InlineData("00.json", null)]
    [InlineData("-1.json", null)]
    [InlineData("+1.json", null)]
    [InlineData(" 1.json", null)]
    [InlineData("۳.json", null)]
    [InlineData("3.JSON", null)]
    [InlineData("3.json.node-a-4711-3fa2.corrupt", null)]
    [InlineData("3.copy.json", null)]
    [InlineData(".3.node-a-4711-3fa2", null)]
    [InlineData(".3.json", null)]
    [InlineData(".json", null)]
    [InlineData("json", null)]
    [InlineData("x.json", null)]
    [InlineData("", null)]
    public void The_point_of_a_result(string name, int? point) => Assert.Equal(point, SweepLayout.PointOfResult(name));

    [Theory]
    [InlineData("3.node-a-4711-3fa2.1.json", 3)]
    [InlineData("0.node-a-4711-3fa2.crash.json", 0)]
    [InlineData("03.node-a-4711-3fa2.1.json", null)]
    [InlineData("-3.node-a-4711-3fa2.1.json", null)]
    [InlineData("2147483648.node-a-4711-3fa2.1.json", null)]
    [InlineData(".3.node-a-4711-3fa2.1.json.node-b-1-0000", null)]
    [InlineData("3.node-a-4711-3fa2.1.json.node-b-1-0000.corrupt", null)]
    [InlineData("node-a-4711-3fa2.json", null)]
    [InlineData("", null)]
    public void The_point_of_an_attempt(string name, int? point) => Assert.Equal(point, SweepLayout.PointOfAttempt(name));

    [Theory]
    [InlineData("node-a-4711-3fa2.json", "node-a-4711-3fa2")]
    [InlineData(".node-a-4711-3fa2.json.node-a-4711-3fa2", null)]
    [InlineData(".node-a-4711-3fa2.json", null)]
    [InlineData(".json", null)]
    [InlineData("node-a-4711-3fa2", null)]
    [InlineData("", null)]
    public void The_worker_of_a_heartbeat(string name, string? worker) => Assert.Equal(worker, SweepLayout.WorkerOf(name));

    [Theory]
    [InlineData("3.json.node-a-4711-3fa2.corrupt", 3)]
    [InlineData("03.json.node-a-4711-3fa2.corrupt", null)]
    [InlineData(".3.json.node-a-4711-3fa2.corrupt", null)]
    [InlineData("3.json", null)]
    [InlineData(".corrupt", null)]
    [InlineData("", null)]
    public void The_point_of_a_result_that_was_set_aside(string name, int? point) => Assert.Equal(point, SweepLayout.PointOfCorruptResult(name));

    [Theory]
    [InlineData("2", 2)]
    [InlineData("12", 12)]
    [InlineData("02", null)]
    [InlineData("-2", null)]
    [InlineData("two", null)]
    [InlineData("", null)]
    public void A_revision(string name, int? revision) => Assert.Equal(revision, SweepLayout.RevisionOf(name));

    [Theory]
    [InlineData(".3_duplicate.node-a-4711-3fa2", 3, "node-a-4711-3fa2")]
    [InlineData("3_duplicate.node-a-4711-3fa2", null, null)]
    [InlineData("._duplicate.node-a-4711-3fa2", null, null)]
    [InlineData(".x_duplicate.node-a-4711-3fa2", null, null)]
    [InlineData("", null, null)]
    public void An_announced_duplicate(string name, int? point, string? worker) =>
        Assert.Equal((point, worker), (SweepLayout.DuplicateOf(name)?.Point, SweepLayout.DuplicateOf(name)?.Worker));

    [Fact]
    public void What_is_built_is_taken_apart_again()
    {
        Assert.Equal(12, SweepLayout.PointOfResult(NameOf(SweepLayout.Result(12))));
        Assert.Equal(12, SweepLayout.PointOfAttempt(NameOf(SweepLayout.Attempt(12, Worker, 3))));
        Assert.Equal(12, SweepLayout.PointOfAttempt(NameOf(SweepLayout.CrashAttempt(12, Worker))));
        Assert.Equal(12, SweepLayout.PointOfCorruptResult(NameOf(SweepLayout.Corrupt(SweepLayout.Result(12), Worker))));
        Assert.Equal(Worker, SweepLayout.WorkerOf(NameOf(SweepLayout.Worker(Worker))));
        Assert.Equal((12, Worker), SweepLayout.DuplicateOf(NameOf(SweepLayout.DuplicateMarker(12, Worker))));
        Assert.Equal(Worker, SweepLayout.OwnerOfTemporary(SweepLayout.RevisionUnderConstruction(Worker)));
        Assert.Equal(7, SweepLayout.RevisionOf(NameOf(SweepLayout.Revision(7))));
    }

    [Fact]
    public void Readers_pass_over_everything_temporary()
    {
        Assert.Null(SweepLayout.PointOfResult(NameOf(SweepLayout.Candidate(12, Worker, 1))));
        Assert.Null(SweepLayout.PointOfResult(NameOf(SweepLayout.Corrupt(SweepLayout.Result(12), Worker))));
        Assert.Null(SweepLayout.PointOfAttempt(NameOf(SweepLayout.TemporaryFor(SweepLayout.Attempt(12, Worker, 3), Worker))));
        Assert.Null(SweepLayout.WorkerOf(NameOf(SweepLayout.TemporaryFor(SweepLayout.Worker(Worker), Worker))));
        Assert.False(StateFile.TryParse(NameOf(SweepLayout.TemporaryFor("ini/12_to_run", Worker)), out _));
        Assert.False(StateFile.TryParse(NameOf(SweepLayout.DuplicateMarker(12, Worker)), out _));
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    [Theory]
    [InlineData(".ini-node-a-4711-3fa2", "node-a-4711-3fa2", null)]
    [InlineData(".3.node-a-4711-3fa2.12", "node-a-4711-3fa2", "3_finished.node-a-4711-3fa2.12")]
    [InlineData(".3.node-a-4711-3fa2", "node-a-4711-3fa2", null)]
    [InlineData(".3.node-a-4711-3fa2.0", null, null)]
    [InlineData(".3.2.node-a-4711-3fa2", "node-a-4711-3fa2", null)]
    [InlineData(".3_to_run.~node-a-4711-3fa2", "~node-a-4711-3fa2", null)]
    [InlineData(".3.node-b-17-09bc.2.json.node-a-4711-3fa2", "node-a-4711-3fa2", null)]
    [InlineData(".extend.node-a-4711-3fa2", "node-a-4711-3fa2", null)]
    [InlineData(".extend", null, null)]
    [InlineData(".making-node-a-4711-3fa2", "node-a-4711-3fa2", null)]
    [InlineData(".revision-node-a-4711-3fa2", "node-a-4711-3fa2", null)]
    [InlineData(".making", null, null)]
    [InlineData(".nfs000000000000001200000001", null, null)]
    [InlineData(".3.json.swp", null, null)]
    [InlineData(".DS_Store", null, null)]
    [InlineData("3.json", null, null)]
    [InlineData("", null, null)]
    public void A_temporary_name_ends_with_its_maker(string name, string? owner, string? commit)
    {
        Assert.Equal(owner, SweepLayout.OwnerOfTemporary(name));
        Assert.Equal(commit, SweepLayout.CommitOf(name)?.Name);
    }

    [Theory]
    [InlineData("3.node-a-4711-3fa2.crash.json", "node-a-4711-3fa2")]
    [InlineData("3.node-a-4711-3fa2.1.json", null)]
    [InlineData(".3.node-a-4711-3fa2.crash.json.node-b-17-09bc", null)]
    public void The_record_of_a_crash_names_who_died(string name, string? worker) => Assert.Equal(worker, SweepLayout.WorkerOfCrash(name));
}
