namespace MultiRunner.Storage;

/// <summary>
/// Repeats an operation that failed for a passing reason (a stale NFS handle, an I/O error of a network in trouble). The
/// pauses between the tries grow, and when their sum has reached the patience the error is let through.
/// </summary>
/// <param name="inner">The directory itself.</param>
/// <param name="time">Measures the pauses.</param>
/// <param name="patience">The sum of the pauses of one operation; null stands for <see cref="DefaultPatience"/>.</param>
internal sealed class RetryingDirectory(ISharedDirectory inner, TimeProvider time, TimeSpan? patience = null) : ISharedDirectory
{
    /// <summary>The patience where no setting says otherwise.</summary>
    public static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    // The pauses are counted, not the time that goes by. The first call after a machine has slept is the one that fails, and by
    // the clock it would already have been tried for hours.
    private readonly TimeSpan patience = patience ?? DefaultPatience;

    public string? Root => inner.Root;

    public ValueTask<bool> TryRename(string from, string to) => Retry((from, to), static (d, a) => d.TryRename(a.from, a.to));

    public ValueTask<bool> TryRenameUnlessInUse(string from, string to) =>
        Retry((from, to), static (d, a) => d.TryRenameUnlessInUse(a.from, a.to), isInUseFinal: true);

    public ValueTask<bool> TryRename(string from, Func<string> newName) =>
        Retry((from, newName), static (d, a) => d.TryRename(a.from, a.newName));

    public ValueTask<bool> TryRenameDirectory(string from, string to) =>
        Retry((from, to), static (d, a) => d.TryRenameDirectory(a.from, a.to));

    public ValueTask<byte[]?> TryRead(string path) => Retry(path, static (d, p) => d.TryRead(p));

    public ValueTask<byte[]?> TryReadStart(string path, int most) =>
        Retry((path, most), static (d, a) => d.TryReadStart(a.path, a.most));

    public async ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) =>
        await Retry((path, content), static (d, a) => Done(d.WriteDurable(a.path, a.content))).ConfigureAwait(false);

    public async ValueTask Write(string path, ReadOnlyMemory<byte> content) =>
        await Retry((path, content), static (d, a) => Done(d.Write(a.path, a.content))).ConfigureAwait(false);

    public async ValueTask WriteInPieces(string path, Action<Stream> content) =>
        await Retry((path, content), static (d, a) => Done(d.WriteInPieces(a.path, a.content))).ConfigureAwait(false);

    public ValueTask<IReadOnlyList<string>> List(string path) => Retry(path, static (d, p) => d.List(p));

    public ValueTask<IReadOnlyList<string>> ListFiles(string path) => Retry(path, static (d, p) => d.ListFiles(p));

    public ValueTask<bool> TryDelete(string path) => Retry(path, static (d, p) => d.TryDelete(p));

    public async ValueTask CreateDirectory(string path) =>
        await Retry(path, static (d, p) => Done(d.CreateDirectory(p))).ConfigureAwait(false);

    public async ValueTask DeleteDirectory(string path) =>
        await Retry(path, static (d, p) => Done(d.DeleteDirectory(p))).ConfigureAwait(false);

    private static async ValueTask<bool> Done(ValueTask operation)
    {
        await operation.ConfigureAwait(false);
        return true;
    }

    // The arguments are passed beside the operation, so that it needs no closure: this is called five times for each point.
    private async ValueTask<T> Retry<TArguments, T>(
        TArguments arguments, Func<ISharedDirectory, TArguments, ValueTask<T>> operation, bool isInUseFinal = false)
    {
        var paused = TimeSpan.Zero;
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await operation(inner, arguments).ConfigureAwait(false);
            }
            catch (SharedDirectoryException e) when (e.IsTransient && paused < patience && !(isInUseFinal && e.IsInUse))
            {
                await Task.Delay(pause, time).ConfigureAwait(false);
                paused += pause;
            }
        }
    }
}
