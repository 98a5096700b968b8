using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>Checks a sweep directory, running or complete, against the rules of its format. Changes nothing.</summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="liveness">Tells which workers are gone; the longer it has watched, the more it knows.</param>
/// <param name="time">Waits between two looks.</param>
internal sealed class SweepVerifier(ISharedDirectory directory, Liveness liveness, TimeProvider time)
{
    /// <summary>The pause between two looks. It is longer than a rename takes, and short enough to wait for.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Returns what breaks a rule in two looks, one after the other. While a sweep runs, a single look would also show renames that
    /// are half done.
    /// </summary>
    public async ValueTask<IReadOnlyList<Violation>> Verify(CancellationToken cancellation = default)
    {
        var first = await Look().ConfigureAwait(false);
        if (first.Count == 0)
            return first;
        await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);

        // Violations are compared by rule and file. Their messages may differ, because more is known of a worker by the second look.
        var known = first.Select(violation => (violation.Kind, violation.Path)).ToHashSet();
        return [.. (await Look().ConfigureAwait(false)).Where(violation => known.Contains((violation.Kind, violation.Path)))];
    }

    private async ValueTask<IReadOnlyList<Violation>> Look()
    {
        Manifest? manifest;
        try
        {
            manifest = await ManifestReader.ReadNewest(directory).ConfigureAwait(false);
        }
        catch (SweepDirectoryException e)
        {
            return [Broken(Messages.UnusableManifest(e.Message))];
        }

        if (manifest is null)
            return [Broken(Messages.NoManifest())];
        var seen = await DirectorySnapshot.Of(directory, manifest, liveness).ConfigureAwait(false);
        return
        [
            .. await new PointCheck(directory, seen).Check().ConfigureAwait(false),
            .. await new RecordCheck(directory, seen).Check().ConfigureAwait(false),
            .. await new OrphanedFiles(directory, seen).Check().ConfigureAwait(false),
        ];
    }

    private static Violation Broken(string message) =>
        new(ViolationKind.Manifest, SweepLayout.Manifest, message, IsRepairable: false);
}
