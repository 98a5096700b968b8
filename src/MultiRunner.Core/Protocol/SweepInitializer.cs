using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>
/// Makes the sweep directory, or finds that another worker has. Of workers that start together one makes it and the others wait, but
/// nothing depends on that: when several make it, the first one whose <see cref="Construction"/> is renamed to <c>ini</c> counts.
/// </summary>
internal sealed class SweepInitializer(ISharedDirectory directory, WorkerIdentity me, SweepOptions options, TimeProvider time)
{
    /// <summary>Makes <c>ini</c> from <paramref name="manifest"/> unless it is there, and returns the manifest that is in force.</summary>
    /// <exception cref="SweepDirectoryException">What is there cannot be used, or belongs to another sweep.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled meanwhile. Another worker can go on.</exception>
    public async ValueTask<Manifest> Initialize(Manifest manifest, CancellationToken cancellation)
    {
        await directory.CreateDirectory(SweepLayout.Results).ConfigureAwait(false);
        await directory.CreateDirectory(SweepLayout.Attempts).ConfigureAwait(false);
        await directory.CreateDirectory(SweepLayout.Workers).ConfigureAwait(false);
        var inForce = await ManifestReader.ReadNewest(directory).ConfigureAwait(false)
            ?? await Make(manifest, cancellation).ConfigureAwait(false);

        // Points are known by their arguments alone, so one sweep would take the results of another for its own.
        return inForce.HasSameOwnerAs(manifest)
            ? inForce
            : throw new SweepDirectoryException(Messages.OfAnotherOwner(inForce, manifest));
    }

    private async ValueTask<Manifest> Make(Manifest manifest, CancellationToken cancellation)
    {
        var turn = new MakingTurn(directory, me, options, time);
        try
        {
            var construction = new Construction(directory, me, turn, options, time);
            return await construction.Make(manifest, firstNew: 0, cancellation).ConfigureAwait(false);
        }
        finally
        {
            await turn.GiveBack().ConfigureAwait(false);
        }
    }
}
