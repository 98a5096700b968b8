using System.Text;
using System.Text.Json;
using MultiRunner.Grids;

using MultiRunner.Membership;

namespace MultiRunner.Sweeps;

/// <summary>
/// Adds the points that the code has gained since the sweep directory was made. What is there keeps its index and its
/// result. One worker at a time does it: the one that renamed the baton <c>ini/.extend</c> to a name of its own.
/// </summary>
/// <remarks>
/// The manifest names the new points first, then their state files are made, then the manifest counts them as ready. Nobody
/// claims a point that is not ready, so a holder that follows on one that died can make the files anew.
/// </remarks>
internal sealed class GridExtension(ISharedDirectory directory, WorkerIdentity me, Liveness liveness, SweepOptions options, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Makes every point of <paramref name="wanted"/> a ready point of the sweep, and returns the manifest in force.</summary>
    /// <param name="inForce">The manifest as it was read.</param>
    /// <param name="wanted">The manifest that the code would make.</param>
    /// <exception cref="GridException">The same build had another grid: its data is not deterministic.</exception>
    public async ValueTask<Manifest> Extend(Manifest inForce, Manifest wanted)
    {
        var baton = time.GetTimestamp();
        while (!IsComplete(inForce, wanted))
        {
            var missing = Missing(inForce, wanted);
            if (missing.Count > 0 && inForce.Assembly == wanted.Assembly && wanted.Assembly is not null)
                throw new GridException($"{wanted.Sweep}: the points of a sweep must be the same in every process of one build, but {missing.Count} are new since this build made or last extended the sweep directory, such as {missing[0]}. Make the data deterministic (no Guid.NewGuid(), no clock, no Random without a seed); if it was changed on purpose, build again.");
            if (await TryTakeBaton(time.GetElapsedTime(baton) >= options.Lease).ConfigureAwait(false))
                await ExtendAsHolder(wanted).ConfigureAwait(false);
            else
                await Task.Delay(Pause, time).ConfigureAwait(false);
            inForce = await SweepInitializer.ReadManifest(directory).ConfigureAwait(false) ?? inForce;
        }

        return inForce;
    }

    private static bool IsComplete(Manifest inForce, Manifest wanted) =>
        Missing(inForce with { Points = [.. inForce.Points.Take(inForce.Ready)] }, wanted).Count == 0;

    private static List<CanonicalJson> Missing(Manifest inForce, Manifest wanted)
    {
        var known = inForce.Points.ToHashSet();
        return [.. wanted.Points.Where(p => !known.Contains(p))];
    }

    private async ValueTask ExtendAsHolder(Manifest wanted)
    {
        var lastStep = time.GetTimestamp();
        try
        {
            // Only the holder changes the manifest, so what it reads now stays until it writes.
            var current = (await SweepInitializer.ReadManifest(directory).ConfigureAwait(false))!;
            var missing = Missing(current, wanted);
            if (missing.Count > 0)
            {
                current = current with { Points = [.. current.Points, .. missing], Axes = wanted.Axes, Assembly = wanted.Assembly };
                await WriteManifest(current).ConfigureAwait(false);
            }

            for (var i = current.Ready; i < current.Points.Count; i++)
            {
                // A holder that was suspended for long may have been taken for dead, and the points may be running by now.
                if (time.GetElapsedTime(lastStep) > options.Lease / 2)
                    return;
                lastStep = time.GetTimestamp();
                await directory.Write(new StateFile(i, PointState.ToRun).Path, Encoding.UTF8.GetBytes(current.Points[i].Text)).ConfigureAwait(false);
            }

            if (time.GetElapsedTime(lastStep) <= options.Lease / 2)
                await WriteManifest(current with { Ready = current.Points.Count }).ConfigureAwait(false);
        }
        finally
        {
            await directory.TryRename(SweepLayout.BatonOf(me.Id), SweepLayout.Baton).ConfigureAwait(false);
        }
    }

    private async ValueTask WriteManifest(Manifest manifest)
    {
        var temporary = SweepLayout.TemporaryFor(SweepLayout.Manifest, me.Id);
        await directory.WriteDurable(temporary, JsonSerializer.SerializeToUtf8Bytes(manifest, SweepJson.Readable.Manifest)).ConfigureAwait(false);
        await directory.TryRename(temporary, SweepLayout.Manifest).ConfigureAwait(false);
    }

    private async ValueTask<bool> TryTakeBaton(bool waitedForALease)
    {
        var mine = SweepLayout.BatonOf(me.Id);
        if (await directory.TryRename(SweepLayout.Baton, mine).ConfigureAwait(false))
            return true;
        var seen = false;
        foreach (var name in await directory.List(SweepLayout.Ini).ConfigureAwait(false))
        {
            if (SweepLayout.HolderOfBaton(name) is not { } holder)
            {
                seen |= $"{SweepLayout.Ini}/{name}" == SweepLayout.Baton;
                continue;
            }

            seen = true;
            if (holder == me.Id)
                return true;
            if ((await liveness.Observe(holder).ConfigureAwait(false)).Verdict != Verdict.Alive)
                return await directory.TryRename(SweepLayout.BatonOf(holder), mine).ConfigureAwait(false);
        }

        if (seen || !waitedForALease)
            return false;

        // It was deleted: no cache was seen to hide a name for a whole lease.
        await directory.Write(mine, ReadOnlyMemory<byte>.Empty).ConfigureAwait(false);
        return true;
    }
}
