using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>
/// Finds and deletes temporary files and directories of workers that are gone. It leaves alone what a living worker writes, and
/// whatever has no worker's id in its name.
/// </summary>
internal sealed class OrphanedFiles(ISharedDirectory directory, DirectorySnapshot seen)
{
    private static readonly string[] Folders =
    [
        "",
        SweepLayout.Ini,
        SweepLayout.Results,
        SweepLayout.Attempts,
        SweepLayout.Workers,
        SweepLayout.ArtifactsFolder,
        SweepLayout.CheckpointsFolder,
        SweepLayout.Report,
        SweepLayout.Making,
    ];

    private const int MostRefused = 3;

    private IReadOnlyList<string>? candidates;
    private int refused;

    public async ValueTask<IReadOnlyList<Violation>> Check()
    {
        var violations = new List<Violation>();
        await Each(async (folder, name, owner, isGone) =>
        {
            var path = PathOf(folder, name);
            var whose = isGone ? $"belongs to {owner}, which is gone" : $"belongs to {owner}, which has no heartbeat";
            var isKept = !await IsOfNoUse(folder, name).ConfigureAwait(false);
            var remedy = isKept
                ? "It belongs to a result that may still be needed, so it stays until its point is finished."
                : isGone ? "Repair deletes it." : "Repair watches for a lease, and deletes it if that worker does not show itself.";
            var message = Messages.OrphanedFile(path, whose, remedy);
            violations.Add(new Violation(ViolationKind.OrphanedFile, path, message, IsRepairable: !isKept));
        }).ConfigureAwait(false);
        return violations;
    }

    /// <summary>
    /// Deletes what is of no use to anybody. It returns the directories that cannot be deleted, each with the reason, and whether files
    /// are left that it may delete when their owner has been silent for longer. An experiment may put anything in a directory, even
    /// another one that its own owner may not write.
    /// </summary>
    public async ValueTask<(IReadOnlyDictionary<string, string> Undeletable, bool IsWaiting)> Delete()
    {
        var left = new Dictionary<string, string>(StringComparer.Ordinal);
        var isWaiting = false;
        await Each(async (folder, name, owner, isGone) =>
        {
            if (!await IsOfNoUse(folder, name).ConfigureAwait(false))
                return;
            var path = PathOf(folder, name);
            if (!isGone)
                isWaiting = true;
            else if (folder == SweepLayout.Making)
                await directory.DeleteDirectory(folder).ConfigureAwait(false);
            else if (folder is not ("" or SweepLayout.ArtifactsFolder or SweepLayout.CheckpointsFolder))
                await directory.TryDelete(path).ConfigureAwait(false);
            else if (await TryDeleteDirectory(path).ConfigureAwait(false) is { } why)
                left.Add(path, why);
        }).ConfigureAwait(false);
        return (left, isWaiting);
    }

    private async ValueTask<string?> TryDeleteDirectory(string path)
    {
        try
        {
            await directory.DeleteDirectory(path).ConfigureAwait(false);
            return null;
        }
        catch (SharedDirectoryException e) when (!e.IsTransient || ++refused <= MostRefused)
        {
            // Windows refuses for as long as a file in it is open or read-only. When it refuses more of them, the directory is in trouble.
            return e.Message;
        }
    }

    private async ValueTask Each(Func<string, string, string, bool, ValueTask> found)
    {
        foreach (var folder in Folders)
        {
            foreach (var name in (await directory.List(folder).ConfigureAwait(false)).Order(StringComparer.Ordinal))
            {
                if (OwnerOf(folder, name) is not { } owner)
                    continue;
                var isGone = await seen.IsGone(owner).ConfigureAwait(false);
                if ((isGone || !seen.Heartbeats.Contains(owner)) && !IsCommitted(folder, name))
                    await found(folder, name, owner, isGone).ConfigureAwait(false);
            }
        }
    }

    // Everything in that folder is temporary, and so its names need no dot.
    private static string? OwnerOf(string folder, string name) =>
        folder != SweepLayout.Making ? SweepLayout.OwnerOfTemporary(name)
        : SweepLayout.WorkerOf(name) is { } maker && WorkerIdentity.IsId(maker) ? maker
        : null;

    /// <summary>Whether it is part of a result that counts. Any worker may still give that its public name.</summary>
    private bool IsCommitted(string folder, string name) =>
        IsOfAttempt(folder)
        && SweepLayout.CommitOf(name) is { } committed
        && seen.Files[committed.Point].Contains(committed);

    /// <summary>
    /// Whether nobody needs the file. A candidate is a whole result, which took time to compute. Until its point is finished with a
    /// result that can be read, the candidate may be the only result of the point. Its artifacts are needed for as long as it is.
    /// </summary>
    private async ValueTask<bool> IsOfNoUse(string folder, string name)
    {
        if (!IsOfAttempt(folder))
            return true;
        if (SweepLayout.CommitOf(name) is not { } committed)
            return folder != SweepLayout.Results;
        if (await IsFinished(committed.Point).ConfigureAwait(false))
            return true;

        // The artifacts of a candidate have its name.
        candidates ??= await directory.List(SweepLayout.Results).ConfigureAwait(false);
        return folder == SweepLayout.ArtifactsFolder && !candidates.Contains(name);
    }

    /// <summary>
    /// Whether the point is finished now. The listing may be too old to say that, because the point may have been put back since.
    /// </summary>
    private async ValueTask<bool> IsFinished(int point) =>
        await directory.TryRead(new StateFile(point, PointState.Finished).Path).ConfigureAwait(false) is not null
        && await directory.TryRead(SweepLayout.Result(point)).ConfigureAwait(false) is { } json
        && ResultCheck.IsWhole(json, point);

    private static bool IsOfAttempt(string folder) => folder is SweepLayout.Results or SweepLayout.ArtifactsFolder;

    private static string PathOf(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
