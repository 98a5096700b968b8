using System.Text;
using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>
/// Makes the manifest say what the code of this process says: its parameters, axes, objective, build and points. Points that
/// it has gained follow the others; points that it has lost keep index and result, and only count no more. One worker at a
/// time does it: the one that renamed the baton <c>ini/.extend</c> to a name of its own.
/// </summary>
/// <remarks>
/// The manifest names the new points first, then their state files are made, then the manifest counts them as ready. Nobody
/// claims a point that is not ready, so a holder that follows on one that died can make the files anew.
/// </remarks>
internal sealed class GridExtension(ISharedDirectory directory, WorkerIdentity me, Liveness liveness, SweepOptions options, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Makes every point of <paramref name="wanted"/> a ready point of the sweep, and returns the manifest that says so.</summary>
    /// <param name="inForce">The manifest as it was read.</param>
    /// <param name="wanted">The manifest that the code would make.</param>
    /// <exception cref="GridException">The same build had another grid: its data is not deterministic.</exception>
    public async ValueTask<Manifest> Extend(Manifest inForce, Manifest wanted)
    {
        var baton = time.GetTimestamp();
        while (!IsComplete(inForce, wanted))
        {
            // What it has written is returned without a further look: when two builds join at the same moment, each of them would
            // find what the other one wrote, and they would undo each other's manifest for ever.
            if (await TryTakeBaton(time.GetElapsedTime(baton) >= options.Lease).ConfigureAwait(false))
            {
                if (await ExtendAsHolder(wanted).ConfigureAwait(false) is { } written)
                    return written;
            }
            else
            {
                await Task.Delay(Pause, time).ConfigureAwait(false);
            }

            inForce = await SweepInitializer.ReadManifest(directory).ConfigureAwait(false) ?? inForce;
        }

        return inForce;
    }

    private static bool IsComplete(Manifest inForce, Manifest wanted) =>
        Updated(inForce, wanted) is var updated && updated.SaysTheSameAs(inForce) && updated.Current.All(point => point < inForce.Ready);

    /// <summary>The manifest in force with what the code says. Every point keeps its index, and new ones follow.</summary>
    private static Manifest Updated(Manifest inForce, Manifest wanted)
    {
        var points = inForce.Points.ToList();
        var indices = new Dictionary<CanonicalJson, int>(points.Count);
        for (var i = 0; i < points.Count; i++)
            indices[points[i]] = i;
        var current = new SortedSet<int>();
        foreach (var point in wanted.Points)
        {
            if (!indices.TryGetValue(point, out var index))
            {
                index = points.Count;
                points.Add(point);
            }

            current.Add(index);
        }

        if (points.Count > inForce.Points.Count && inForce.Assembly == wanted.Assembly)
        {
            throw new GridException(
                $"{wanted.Sweep}: the points of a sweep must be the same in every process of one build, but {points.Count - inForce.Points.Count} "
                + $"are new since this build made or last extended the sweep directory, such as {points[inForce.Points.Count]}. Make the data "
                + "deterministic (no Guid.NewGuid(), no clock, no Random without a seed); if it was changed on purpose, build again.");
        }

        return inForce with
        {
            Assembly = wanted.Assembly,
            Objective = wanted.Objective,
            Parameters = wanted.Parameters,
            Axes = wanted.Axes,
            Current = [.. current],
            Points = points,
        };
    }

    /// <summary>Null: it took so long between two steps that another worker may hold the baton by now.</summary>
    private async ValueTask<Manifest?> ExtendAsHolder(Manifest wanted)
    {
        var lastStep = time.GetTimestamp();
        try
        {
            // Only the holder changes the manifest, so what it reads now stays until it writes.
            var before = (await SweepInitializer.ReadManifest(directory).ConfigureAwait(false))!;
            var updated = Updated(before, wanted);
            if (!updated.SaysTheSameAs(before))
            {
                if (MayBeTakenForDead())
                    return null;
                await WriteManifest(updated).ConfigureAwait(false);
            }

            for (var i = updated.Ready; i < updated.Points.Count; i++)
            {
                if (MayBeTakenForDead())
                    return null;
                var arguments = Encoding.UTF8.GetBytes(updated.Points[i].Text);
                await directory.Write(new StateFile(i, PointState.ToRun).Path, arguments).ConfigureAwait(false);
            }

            if (updated.Ready == updated.Points.Count)
                return updated;
            if (MayBeTakenForDead())
                return null;
            updated = updated with { Ready = updated.Points.Count };
            await WriteManifest(updated).ConfigureAwait(false);
            return updated;
        }
        finally
        {
            await directory.TryRename(SweepLayout.BatonOf(me.Id), SweepLayout.Baton).ConfigureAwait(false);
        }

        // A holder that was suspended for long may have been taken for dead. Then another one has changed the manifest, and the
        // points may be running by now.
        bool MayBeTakenForDead()
        {
            var isLate = time.GetElapsedTime(lastStep) > options.Lease / 2;
            lastStep = time.GetTimestamp();
            return isLate;
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
