using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Membership;

/// <summary>
/// This worker's heartbeat file. Everybody who writes it goes through here, one at a time: with two writers of the one
/// temporary name the second cuts off what the first has written, the first renames half a record into place, and the older
/// record may be the one that stays.
/// </summary>
/// <param name="direct">The sweep directory without retries, for beats.</param>
/// <param name="patient">The sweep directory, which retries what may pass, for what must get through.</param>
/// <param name="worker">The id of this worker.</param>
/// <param name="nextBeat">What there is to say.</param>
/// <param name="time">The clock.</param>
internal sealed class HeartbeatFile(
    ISharedDirectory direct,
    ISharedDirectory patient,
    string worker,
    Func<WorkerRecord> nextBeat,
    TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Queue<Alarm> waiting = [];
    private bool isWriting;

    /// <summary>What a worker last wrote of itself at a path; null when there is nothing, or nothing that can be read.</summary>
    public static async ValueTask<WorkerRecord?> TryRead(ISharedDirectory directory, string path) =>
        TryParse(await directory.TryRead(path).ConfigureAwait(false));

    /// <summary>What the content of a heartbeat file says; null when there is none, or none that can be understood.</summary>
    public static WorkerRecord? TryParse(byte[]? json)
    {
        if (json is null)
            return null;
        try
        {
            return JsonSerializer.Deserialize(json, SweepJson.Readable.WorkerRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Writes the next beat; when another beat is being written just now, that one will do. For the heartbeat's own thread,
    /// which must not wait for a thread of the pool.
    /// </summary>
    public async ValueTask Beat()
    {
        lock (gate)
        {
            if (isWriting)
                return;
            isWriting = true;
        }

        await WriteAndPass(direct).ConfigureAwait(false);
    }

    /// <summary>Writes what is so now, after whatever is being written.</summary>
    public async ValueTask Write()
    {
        Alarm? turn = null;
        lock (gate)
        {
            if (isWriting)
                waiting.Enqueue(turn = new Alarm(time, after: null));
            isWriting = true;
        }

        using (turn)
        {
            if (turn is not null)
                await turn.Rings.ConfigureAwait(false);
            await WriteAndPass(patient).ConfigureAwait(false);
        }
    }

    private async ValueTask WriteAndPass(ISharedDirectory directory)
    {
        try
        {
            var path = SweepLayout.Worker(worker);
            var temporary = SweepLayout.TemporaryFor(path, worker);

            // Beside it first, then renamed over it, so that no reader sees half of it.
            var json = JsonSerializer.SerializeToUtf8Bytes(nextBeat(), SweepJson.Readable.WorkerRecord);
            await directory.Write(temporary, json).ConfigureAwait(false);
            await directory.TryRename(temporary, path).ConfigureAwait(false);
        }
        finally
        {
            lock (gate)
            {
                if (waiting.TryDequeue(out var next))
                    next.Ring();
                else
                    isWriting = false;
            }
        }
    }
}
