using System.Text;
using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Protocol;

/// <summary>Code that is not what it was joins a sweep.</summary>
public sealed class SweepRevisionTests : IDisposable
{
    private static readonly AssemblyStamp First = new("Samples", "1.0.0.0", "first");
    private static readonly AssemblyStamp Second = new("Samples", "1.0.0.0", "second");

    private readonly TemporaryDirectory temporary = new();
    private readonly FileSystemDirectory directory;

    public SweepRevisionTests() => directory = new FileSystemDirectory(temporary.Path);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task The_manifest_says_what_the_newest_code_says()
    {
        await Join(Code(First, "a", 1, 2) with { Objective = new Objective("acc", Maximize: true) });
        var newest = Code(Second, "alpha", 7) with { Objective = new Objective("err", Maximize: false) };

        var returned = await Join(newest);

        var read = await Manifest();
        Assert.Equal([new ManifestParameter("alpha", "System.Int32")], read.Parameters);
        Assert.Equal("alpha", Assert.Single(read.Axes!).Name);
        Assert.Equal(new Objective("err", Maximize: false), read.Objective);
        Assert.Equal(Second, read.Assembly);
        Assert.Equal([2], read.Current);
        Assert.Equal(["""{"a":1}""", """{"a":2}""", """{"alpha":7}"""], read.Points.Select(p => p.Text));
        Assert.Equal(2, read.Revision);
        Assert.True(returned.SaysTheSameAs(read));
        Assert.Equal(["0_to_run", "1_to_run", "2_to_run"], await States());
        Assert.Equal("""{"alpha":7}""", Encoding.UTF8.GetString((await directory.TryRead("ini/2_to_run"))!));
    }

    [Fact]
    public async Task What_the_newest_code_does_not_have_any_more_is_gone_from_the_manifest_but_for_its_points()
    {
        await Join(Code(First, "a", 1, 2) with { Objective = new Objective("acc", Maximize: true) });
        Assert.True(await directory.TryRename("ini/0_to_run", "ini/0_finished"));

        await Join(Code(Second, "a", 2) with { Axes = null });

        var read = await Manifest();
        Assert.Null(read.Objective);
        Assert.Null(read.Axes);
        Assert.Equal([1], read.Current);
        Assert.Equal(1, read.OlderPoints);
        Assert.Equal(["0_finished", "1_to_run"], await States());
    }

    [Fact]
    public async Task Points_that_come_back_count_again_with_their_old_index()
    {
        await Join(Code(First, "a", 1, 2, 3));
        await Join(Code(Second, "a", 9));

        var back = await Join(Code(First, "a", 3, 1));

        Assert.Equal([0, 2], back.Current);
        Assert.Equal([0, 2], (await Manifest()).Current);
        Assert.Equal(4, back.Points.Count);
        Assert.Equal(2, back.OlderPoints);
    }

    [Theory]
    [InlineData("objective")]
    [InlineData("type")]
    [InlineData("axes")]
    [InlineData("repeat")]
    [InlineData("distribution")]
    [InlineData("grid")]
    [InlineData("sampling")]
    [InlineData("samples")]
    [InlineData("seed")]
    [InlineData("combinations")]
    [InlineData("rules")]
    [InlineData("conditions")]
    [InlineData("extra rows")]
    public async Task A_difference_in_one_of_them_is_enough(string what)
    {
        var grid = Grid();
        var before = Code(First, "a", 1, 2) with { Grid = grid };
        await Join(before);

        var after = what switch
        {
            "objective" => before with { Objective = new Objective("acc", Maximize: true) },
            "repeat" => before with { Parameters = [new ManifestParameter("a", "System.Int32", Repeat: true)] },
            "type" => before with { Parameters = [new ManifestParameter("a", "System.Int64")] },
            "distribution" => before with { Axes = [new ManifestAxis("a", Values: null, "Uniform(1, 2)")] },
            "grid" => before with { Grid = null },
            "sampling" => before with { Grid = grid with { Sampling = "Sobol" } },
            "samples" => before with { Grid = grid with { Samples = 3 } },
            "seed" => before with { Grid = grid with { Seed = 8 } },
            "combinations" => before with { Grid = grid with { Combinations = UInt128.MaxValue } },
            "rules" => before with { Grid = grid with { Rules = ["Where = Suits"] } },
            "conditions" => before with { Grid = grid with { Conditions = null } },
            "extra rows" => before with { Grid = grid with { ExtraRows = 2 } },
            _ => before with { Axes = [new ManifestAxis("a", [new CanonicalJson("2"), new CanonicalJson("1")])] },
        };
        await Join(after);

        Assert.True((await Manifest()).SaysTheSameAs(after));
        Assert.False((await Manifest()).SaysTheSameAs(before));
    }

    [Fact]
    public async Task Code_with_another_constraint_and_more_samples_loses_nothing_of_a_sweep_that_workers_of_older_code_run()
    {
        var old = Code(First, "a", [.. Enumerable.Range(0, 1000)]) with { Grid = new ManifestGrid("Random", 1000, 7, 1_000_000, ["Where = Fits"]) };
        await Join(old);
        Assert.True(await directory.TryRename("ini/3_to_run", "ini/3_running.old-1"));
        Assert.True(await directory.TryRename("ini/700_to_run", "ini/700_running.old-2"));
        Assert.True(await directory.TryRename("ini/4_to_run", "ini/4_finished"));
        Assert.True(await directory.TryRename("ini/701_to_run", "ini/701_finished"));

        // Of the old points those from 500 on are there, and 1,000 are new.
        var grown = Code(Second, "a", [.. Enumerable.Range(500, 1500)]) with { Grid = new ManifestGrid("Random", 1500, 7, 1_000_000, ["Where = Suits"]) };
        var inForce = await Join(grown);
        var busy = new Dictionary<int, string> { [3] = "running.old-1", [700] = "running.old-2", [4] = "finished", [701] = "finished" };
        var states = Enumerable.Range(0, 2000).Select(i => $"{i}_{busy.GetValueOrDefault(i, "to_run")}").Order(StringComparer.Ordinal).ToList();

        Assert.Equal((2, 500), (inForce.Revision, inForce.OlderPoints));
        Assert.Equal(Enumerable.Range(500, 1500), inForce.Current);
        Assert.Equal(grown.Grid, (await Manifest()).Grid);
        Assert.Equal(Enumerable.Range(0, 2000).Select(n => $"{{\"a\":{n}}}"), inForce.Points.Select(p => p.Text));
        Assert.Equal(states, await States());

        // A worker of the older build is started again.
        var again = await Join(old);

        Assert.Equal((3, 1000), (again.Revision, again.OlderPoints));
        Assert.Equal(Enumerable.Range(0, 1000), again.Current);
        Assert.Equal(old.Grid, (await Manifest()).Grid);
        Assert.Equal(states, await States());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_written_where_nothing_differs_whichever_build_says_it(bool isOtherBuild)
    {
        await Join(Code(First, "a", 1, 2) with { Grid = Grid() });

        Assert.Equal(1, (await Join(Code(isOtherBuild ? Second : First, "a", 1, 2) with { Grid = Grid() })).Revision);
        Assert.Equal(["attempts", "ini", "results", "workers"], (await directory.List("")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Other_points_in_the_same_build_are_refused_and_change_nothing()
    {
        await Join(Code(First, "a", 1, 2));
        var before = await directory.TryRead(SweepLayout.Manifest);

        var error = await Assert.ThrowsAsync<GridException>(async () => await Join(Code(First, "a", 1, 3)));

        Assert.Equal("""Samples.Training.Train: the points of a sweep must be the same in every process of one build, but 1 are new since this build made or last extended the sweep directory, such as {"a":3}. Make the data deterministic: use no Guid.NewGuid(), no clock and no Random without a seed. If you changed the data on purpose, build again.""", error.Message);
        Assert.Equal(before, await directory.TryRead(SweepLayout.Manifest));
        Assert.Empty(await directory.List(SweepLayout.Revisions));
    }

    [Theory]
    [InlineData("revisions/2/1_to_run")]
    [InlineData("revisions/2/2_to_run")]
    public async Task What_a_worker_that_died_left_half_done_is_completed(string last)
    {
        await Join(Code(First, "a", 1));
        var wanted = Code(Second, "a", 1, 2, 3);
        var dying = new Dying(directory, last);

        await Assert.ThrowsAsync<SharedDirectoryException>(async () => await Join(wanted, dying));
        Assert.Equal((3, 2), ((await Manifest()).Points.Count, (await Manifest()).Revision));
        Assert.NotEqual(["0_to_run", "1_to_run", "2_to_run"], await States());

        Assert.Equal(2, (await Join(wanted)).Revision);
        Assert.Equal(["0_to_run", "1_to_run", "2_to_run"], await States());
        Assert.Equal(["sweep.json"], await directory.List(SweepLayout.Revision(2)));
    }

    [Fact]
    public async Task A_worker_that_was_suspended_while_it_moved_state_files_makes_none_a_second_time()
    {
        await Join(Code(First, "a", 1));
        var wanted = Code(Second, "a", 1, 2);

        // Before its last move another worker does everything, and the new point is finished.
        var suspended = new Interrupted(directory, "revisions/2/1_to_run", async () =>
        {
            await Join(wanted);
            Assert.True(await directory.TryRename("ini/1_to_run", "ini/1_finished"));
        });
        await Join(wanted, suspended);

        Assert.Equal(["0_to_run", "1_finished"], await States());
    }

    [Fact]
    public async Task Of_two_builds_that_join_at_the_same_moment_both_end_and_the_last_decides()
    {
        await Join(Code(First, "a", 1));

        // Whenever the one has made its revision, the other one makes its own before the first can look again.
        var other = Code(Second, "b", 1);
        var times = 0;
        var interrupted = new Interrupted(directory, "revisions/2/1_to_run", () => times++ < 5 ? Join(other) : Task.CompletedTask);
        var mine = await Join(Code(new AssemblyStamp("Samples", "1.0.0.0", "third"), "c", 1), interrupted);

        Assert.Equal("""{"c":1}""", mine.Points[mine.Current[0]].Text);
        Assert.Equal([1], mine.Current);
        Assert.Equal((3, 1), ((await Manifest()).Revision, times));
        Assert.Equal([2], (await Manifest()).Current);
        Assert.Equal(["0_to_run", "1_to_run", "2_to_run"], await States());
        Assert.Equal(Second, (await Manifest()).Assembly);
    }

    private static ManifestGrid Grid() => new("Random", 2, 7, 1000, ["Where = Fits"], ["[When] of a"], 1);

    private static Manifest Code(AssemblyStamp build, string parameter, params int[] values) => new()
    {
        Sweep = "Samples.Training.Train",
        Maker = "maker",
        Created = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Assembly = build,
        Parameters = [new ManifestParameter(parameter, "System.Int32")],
        Axes = [new ManifestAxis(parameter, [.. values.Select(v => new CanonicalJson($"{v}"))])],
        Current = [.. Enumerable.Range(0, values.Length)],
        Points = [.. values.Select(v => new CanonicalJson($"{{\"{parameter}\":{v}}}"))],
    };

    private async Task<Manifest> Join(Manifest wanted, ISharedDirectory? through = null)
    {
        var files = through ?? directory;
        var me = WorkerProcess.Identify();
        var options = new SweepOptions();
        var token = TestContext.Current.CancellationToken;
        var inForce = await new SweepInitializer(files, me, options, TimeProvider.System).Initialize(wanted with { Maker = me.Id }, token);
        return await new SweepRevision(files, me, options, TimeProvider.System).Ensure(inForce, wanted, token);
    }

    private async Task<Manifest> Manifest() => (await ManifestReader.ReadNewest(directory))!;

    private async Task<IEnumerable<string>> States() => (await directory.List("ini")).Where(name => char.IsAsciiDigit(name[0])).Order(StringComparer.Ordinal);

    /// <summary>A directory that fails when a certain file is to be renamed.</summary>
    private sealed class Dying(ISharedDirectory inner, string last) : Detour(inner)
    {
        public override ValueTask<bool> TryRename(string from, string to) =>
            from == last ? throw new SharedDirectoryException("It died.", 5, isTransient: false) : base.TryRename(from, to);
    }

    /// <summary>A directory in which something happens just before a certain file is renamed.</summary>
    private sealed class Interrupted(ISharedDirectory inner, string at, Func<Task> interruption) : Detour(inner)
    {
        public override async ValueTask<bool> TryRename(string from, string to)
        {
            if (from == at)
                await interruption();
            return await base.TryRename(from, to);
        }
    }
}
