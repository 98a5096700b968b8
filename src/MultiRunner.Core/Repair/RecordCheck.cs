using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>Checks that what workers recorded of attempts and of themselves can be read.</summary>
internal sealed class RecordCheck(ISharedDirectory directory, DirectorySnapshot seen)
{
    private readonly List<Violation> violations = [];

    public async ValueTask<IReadOnlyList<Violation>> Check()
    {
        foreach (var name in seen.Attempts)
        {
            await Check(
                $"{SweepLayout.Attempts}/{name}",
                SweepJson.Readable.AttemptRecord,
                "It still counts as an attempt; delete it if it should not.").ConfigureAwait(false);
        }

        foreach (var name in seen.Skips)
        {
            await Check(
                $"{SweepLayout.Attempts}/{name}",
                SweepJson.Readable.SkipRecord,
                "It still says that the point skipped itself on that host; delete it if it should not.").ConfigureAwait(false);
        }

        foreach (var worker in seen.Heartbeats.Order(StringComparer.Ordinal))
        {
            await Check(
                SweepLayout.Worker(worker),
                SweepJson.Readable.WorkerRecord,
                "A worker that lives writes it again; delete it if that one is gone.").ConfigureAwait(false);
        }

        return violations;
    }

    private async ValueTask Check<T>(string path, JsonTypeInfo<T> type, string remedy)
        where T : class
    {
        if (await directory.TryRead(path).ConfigureAwait(false) is not { } json)
            return;
        try
        {
            if (JsonSerializer.Deserialize(json, type) is not null)
                return;
            Add(path, "it holds nothing but null.", remedy);
        }
        catch (JsonException e)
        {
            Add(path, e.Message, remedy);
        }
    }

    private void Add(string path, string fact, string remedy) =>
        violations.Add(new Violation(ViolationKind.Unreadable, path, Messages.Unreadable(path, fact, remedy), IsRepairable: false));
}
