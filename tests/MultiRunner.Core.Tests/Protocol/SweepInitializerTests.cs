using System.Text;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Protocol;

public sealed class SweepInitializerTests : IDisposable
{
    private readonly TemporaryDirectory temporary = new();
    private readonly FileSystemDirectory directory;

    public SweepInitializerTests() => directory = new FileSystemDirectory(temporary.Path);

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_new_sweep_has_one_state_file_a_point_with_its_arguments()
    {
        await Start(directory, "w");

        Assert.Equal(["attempts", "ini", "results", "workers"], await List(""));
        Assert.Equal([.. Enumerable.Range(0, 18).Select(i => $"{i}_to_run").Order(StringComparer.Ordinal), "sweep.json"], await List("ini"));
        foreach (var point in TestSweep.Grid.Points)
            Assert.Equal(point.Key, Encoding.UTF8.GetString((await directory.TryRead($"ini/{point.Index}_to_run"))!));
    }

    [Fact]
    public async Task Who_comes_later_gets_the_manifest_of_the_first_and_writes_nothing()
    {
        await Start(directory, "first");
        Assert.True(await directory.TryRename("ini/3_to_run", "ini/3_finished"));
        var before = await List("ini");

        var inForce = await Start(directory, "second");

        Assert.Equal("first", inForce.Maker);
        Assert.Equal(TestSweep.Grid.Points.Select(p => new CanonicalJson(p.Key)), inForce.Points);
        Assert.Equal(before, await List("ini"));
        Assert.Equal(["attempts", "ini", "results", "workers"], await List(""));
    }

    [Fact(Timeout = 300_000)]
    public async Task Of_a_thousand_simultaneous_starts_one_makes_the_sweep()
    {
        const int Starts = 1000;
        var (look, rename) = (new StartingLine(Starts), new StartingLine(Starts));

        // Every one of them sees that there is no sweep, builds one, and only then do they all rename.
        var manifests = await Task.WhenAll(Enumerable.Range(0, Starts).Select(i => Task.Run(
            async () => await Start(new Held(directory, look, rename), $"w{i}"),
            TestContext.Current.CancellationToken)));

        var maker = Assert.Single(manifests.Select(m => m.Maker).Distinct());
        Assert.Contains($"\"maker\": \"{maker}\"", Encoding.UTF8.GetString((await directory.TryRead("ini/sweep.json"))!), StringComparison.Ordinal);
        Assert.All(manifests, m => Assert.Equal(18, m.Points.Count));
        Assert.Equal(["attempts", "ini", "results", "workers"], await List(""));
        Assert.Equal([.. Enumerable.Range(0, 18).Select(i => $"{i}_to_run").Order(StringComparer.Ordinal), "sweep.json"], await List("ini"));
    }

    [Fact]
    public async Task There_is_no_manifest_before_the_first_start() => Assert.Null(await ManifestReader.ReadNewest(directory));

    [Fact]
    public async Task A_manifest_of_a_newer_format()
    {
        await Put("""{"format":3,"whatever":true}""");

        await AssertMessage("'ini/sweep.json' has format 3, but this version of MultiRunner.Xunit reads format 2. Update the package MultiRunner.Xunit, or choose another directory with MULTIRUNNER_ROOT.");
    }

    [Fact]
    public async Task A_manifest_of_an_older_format()
    {
        await Put("""{"format":1,"sweep":"Samples.Training.Train","maker":"w","created":"2026-01-02T03:04:05+00:00","parameters":[],"ready":0,"points":[]}""");

        await AssertMessage("'ini/sweep.json' has format 1, which an earlier version of MultiRunner.Xunit wrote, but this version reads format 2. Move the sweep directory away to start again, choose another directory with MULTIRUNNER_ROOT, or go back to the earlier version of the package.");
    }

    [Theory]
    [InlineData("Samples.training.Train", "Samples")]
    [InlineData("Samples.Training.Train", "samples")]
    [InlineData("Samples.Training.Train", "Other")]
    [InlineData("Samples.Training.Train", "Samples", "2")]
    public async Task A_directory_of_another_sweep(string sweep, string assembly, string? version = null)
    {
        await Start(directory, "first");
        var before = Encoding.UTF8.GetString((await directory.TryRead("ini/sweep.json"))!);
        var mine = TestSweep.ManifestBy("second");
        mine = mine with { Sweep = sweep, Version = version, Assembly = mine.Assembly with { Name = assembly } };

        var error = await Assert.ThrowsAsync<SweepDirectoryException>(async () => await Start(directory, mine));

        Assert.Equal($"A sweep directory belongs to one method of one assembly, in one version, but '{sweep}{(version is null ? "" : " (version 2)")}' of the assembly '{assembly}' wants this one, which belongs to 'Samples.Training.Train' of the assembly 'Samples'. Rename one of the two, or give one of their projects another root with the environment variable MULTIRUNNER_ROOT or the MSBuild property MultiRunnerRoot. If both are the same sweep, because the project, the class or the version was renamed, move this directory away to start again. To keep the results instead, edit 'ini/sweep.json': change \"sweep\", \"version\" and the \"name\" in \"assembly\" to those of the new code{(version is null ? ", which has no \"version\"" : "")}.", error.Message);
        Assert.Equal(before, Encoding.UTF8.GetString((await directory.TryRead("ini/sweep.json"))!));
        Assert.Equal(["attempts", "ini", "results", "workers"], await List(""));
    }

    [Fact]
    public async Task A_directory_of_another_version()
    {
        await Start(directory, TestSweep.ManifestBy("first") with { Version = "1" });

        var error = await Assert.ThrowsAsync<SweepDirectoryException>(async () => await Start(directory, "second"));
        var same = await Start(directory, TestSweep.ManifestBy("third") with { Version = "1" });

        Assert.Contains("which belongs to 'Samples.Training.Train (version 1)' of the assembly 'Samples'.", error.Message, StringComparison.Ordinal);
        Assert.Equal(("first", "1"), (same.Maker, same.Version));
    }

    [Fact]
    public async Task A_directory_that_another_sweep_makes_at_the_same_moment()
    {
        var (look, rename) = (new StartingLine(2), new StartingLine(2));
        var other = TestSweep.ManifestBy("b");
        other = other with { Assembly = other.Assembly with { Name = "Other" } };

        var starts = new[] { TestSweep.ManifestBy("a"), other }.Select(manifest => Task.Run(
            async () => await Start(new Held(directory, look, rename), manifest),
            TestContext.Current.CancellationToken)).ToList();
        await Task.WhenAll(starts).ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);

        Assert.IsType<SweepDirectoryException>(Assert.Single(starts, start => start.IsFaulted).Exception!.InnerException);
        Assert.Equal(["attempts", "ini", "results", "workers"], await List(""));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"format":"1"}""")]
    [InlineData("""{"format":null}""")]
    [InlineData("""{"format":1.5}""")]
    [InlineData("""{"format":3000000000}""")]
    public async Task A_manifest_without_a_format(string json)
    {
        await Put(json);

        await AssertMessage("'ini/sweep.json' cannot be read: it has no number \"format\". Restore it, or move the sweep directory away and start again.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("\0\0\0")]
    [InlineData("""{"format":2}""")]
    [InlineData("""{"format":2,"sweep":"S","maker":"w","created":"2026-01-02T03:04:05+00:00","assembly":{"name":"A","version":"1.0.0.0","moduleId":"m"},"parameters":[],"current":"","ready":0,"points":null}""")]
    [InlineData("""{"format":2,"sweep":null,"maker":"w","created":"2026-01-02T03:04:05+00:00","assembly":{"name":"A","version":"1.0.0.0","moduleId":"m"},"parameters":[],"current":"","ready":0,"points":[]}""")]
    [InlineData("""{"format":2,"sweep":"S","maker":"w","created":"yesterday","assembly":{"name":"A","version":"1.0.0.0","moduleId":"m"},"parameters":[],"current":"","ready":0,"points":[]}""")]
    [InlineData("""{"format":2,"sweep":"S","maker":"w","created":"2026-01-02T03:04:05+00:00","parameters":[],"current":"","ready":0,"points":[]}""")]
    [InlineData("""{"format":2,"sweep":"S","maker":"w","created":"2026-01-02T03:04:05+00:00","assembly":{"name":"A","version":"1.0.0.0","moduleId":"m"},"parameters":[],"ready":0,"points":[]}""")]
    [InlineData("""{"format":2,"sweep":"S","maker":"w","created":"2026-01-02T03:04:05+00:00","assembly":{"name":"A","version":"1.0.0.0","moduleId":"m"},"parameters":[],"current":null,"ready":1,"points":[{}]}""")]
    [InlineData("""{"format":2,"sweep":"S","maker":"w","created":"2026-01-02T03:04:05+00:00","assembly":{"name":"A","version":"1.0.0.0","moduleId":"m"},"parameters":[],"current":[0],"ready":1,"points":[{}]}""")]
    [InlineData("""{"format":2,"sweep":"S","maker":"w","created":"2026-01-02T03:04:05+00:00","assembly":{"name":"A","version":"1.0.0.0","moduleId":"m"},"parameters":[],"current":"all","ready":1,"points":[{}]}""")]
    [InlineData("""{"format":2,"sweep":"S","maker":"w","created":"2026-01-02T03:04:05+00:00","assembly":{"name":"A","version":"1.0.0.0","moduleId":"m"},"parameters":[],"current":"0-1","ready":1,"points":[{}]}""")]
    public async Task A_manifest_that_cannot_be_read(string json)
    {
        await Put(json);

        var e = await Assert.ThrowsAsync<SweepDirectoryException>(async () => await Start(directory, "w"));
        Assert.StartsWith("'ini/sweep.json' cannot be read: ", e.Message, StringComparison.Ordinal);
        Assert.EndsWith(" Restore it, or move the sweep directory away and start again.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ini_without_a_manifest()
    {
        await directory.CreateDirectory("ini");
        await directory.Write("ini/0_to_run", "{}"u8.ToArray());

        await AssertMessage("A sweep directory has a manifest, but 'ini/sweep.json' is missing, and 'ini' cannot be made again. Move the sweep directory away and start again. The results stay in the directory that you moved.");
        Assert.Equal(["0_to_run"], await List("ini"));
    }

    private static ValueTask<Manifest> Start(ISharedDirectory directory, string worker) => Start(directory, TestSweep.ManifestBy(worker));

    private static ValueTask<Manifest> Start(ISharedDirectory directory, Manifest manifest) =>
        new SweepInitializer(directory, TestSweep.Worker(manifest.Maker), new SweepOptions { Lease = TimeSpan.Zero }, TimeProvider.System)
            .Initialize(manifest, TestContext.Current.CancellationToken);

    private async Task Put(string manifest)
    {
        await directory.CreateDirectory("ini");
        await directory.Write("ini/sweep.json", Encoding.UTF8.GetBytes(manifest));
    }

    private async Task AssertMessage(string expected) =>
        Assert.Equal(
            expected,
            (await Assert.ThrowsAsync<SweepDirectoryException>(async () => await Start(directory, "w"))).Message);

    private async Task<IEnumerable<string>> List(string path) => (await directory.List(path)).Order(StringComparer.Ordinal);

    private sealed class StartingLine(int count)
    {
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int arrived;

        public Task Reach()
        {
            if (Interlocked.Increment(ref arrived) == count)
                all.SetResult();
            return all.Task;
        }
    }

    /// <summary>Holds one worker after its first look at the manifest and before its rename, until all have come that far.</summary>
    private sealed class Held(ISharedDirectory inner, StartingLine look, StartingLine rename) : ISharedDirectory
    {
        private bool looked;

        public async ValueTask<byte[]?> TryRead(string path)
        {
            var content = await inner.TryRead(path);
            if (!looked)
                await look.Reach();
            looked = true;
            return content;
        }

        public async ValueTask<bool> TryRenameDirectory(string from, string to)
        {
            await rename.Reach();
            return await inner.TryRenameDirectory(from, to);
        }

        public ValueTask<bool> TryRename(string from, string to) => inner.TryRename(from, to);

        // Not durable: a thousand syncs would take most of the time and change nothing.
        public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => inner.Write(path, content);

        public ValueTask Write(string path, ReadOnlyMemory<byte> content) => inner.Write(path, content);

        public ValueTask<IReadOnlyList<string>> List(string path) => inner.List(path);

        public ValueTask<bool> TryDelete(string path) => inner.TryDelete(path);

        public ValueTask CreateDirectory(string path) => inner.CreateDirectory(path);

        public ValueTask DeleteDirectory(string path) => inner.DeleteDirectory(path);
    }
}
