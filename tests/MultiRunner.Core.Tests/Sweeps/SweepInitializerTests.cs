using System.Text;
using MultiRunner.Grids;
using MultiRunner.Sweeps;
using Xunit;

namespace MultiRunner.Core.Tests.Sweeps;

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
        Assert.Equal([".extend", .. Enumerable.Range(0, 18).Select(i => $"{i}_to_run").Order(StringComparer.Ordinal), "sweep.json"], await List("ini"));
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
        Assert.Equal([".extend", .. Enumerable.Range(0, 18).Select(i => $"{i}_to_run").Order(StringComparer.Ordinal), "sweep.json"], await List("ini"));
    }

    [Fact]
    public async Task There_is_no_manifest_before_the_first_start() => Assert.Null(await SweepInitializer.ReadManifest(directory));

    [Fact]
    public async Task A_manifest_of_a_newer_format()
    {
        await Put("""{"format":2,"whatever":true}""");

        await AssertMessage("'ini/sweep.json' has format 2, but this version of MultiRunner.Xunit reads formats up to 1. Update the package MultiRunner.Xunit, or choose another directory with MULTIRUNNER_ROOT.");
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
    [InlineData("""{"format":1}""")]
    [InlineData("""{"format":1,"sweep":"S","maker":"w","created":"2026-01-02T03:04:05+00:00","parameters":[],"points":null}""")]
    [InlineData("""{"format":1,"sweep":null,"maker":"w","created":"2026-01-02T03:04:05+00:00","parameters":[],"points":[]}""")]
    [InlineData("""{"format":1,"sweep":"S","maker":"w","created":"yesterday","parameters":[],"points":[]}""")]
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

        await AssertMessage("'ini/sweep.json' is missing although the directory 'ini' could not be made anew. Move the sweep directory away and start again; results in it stay where they are.");
        Assert.Equal(["0_to_run"], await List("ini"));
    }

    private static ValueTask<Manifest> Start(ISharedDirectory directory, string worker) =>
        new SweepInitializer(directory, worker, new SweepOptions { Lease = TimeSpan.Zero }, TimeProvider.System).Initialize(TestSweep.ManifestBy(worker));

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
