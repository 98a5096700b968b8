using System.Globalization;
using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>
/// Reads the newest manifest of a sweep. The first revision is <c>ini/sweep.json</c>; each later one, k, is
/// <c>revisions/k/sweep.json</c>. No revision is ever changed.
/// </summary>
internal static class ManifestReader
{
    /// <summary>The newest manifest, or null when there is none yet. A client with an old cache may get an older one.</summary>
    /// <exception cref="SweepDirectoryException">It cannot be read, or was written by another version.</exception>
    public static async ValueTask<Manifest?> ReadNewest(ISharedDirectory directory)
    {
        foreach (var revision in await NewestFirst(directory).ConfigureAwait(false))
        {
            if (await Read(directory, revision).ConfigureAwait(false) is { } manifest)
                return manifest;
        }

        return null;
    }

    /// <summary>
    /// The numbers of all revisions, the newest first. The first revision is always among them, whether its file is there or not.
    /// </summary>
    public static async ValueTask<IReadOnlyList<int>> NewestFirst(ISharedDirectory directory) =>
        [.. (await RevisionsOf(directory).ConfigureAwait(false)).OrderDescending(), Manifest.FirstRevision];

    /// <summary>The numbers of the revisions after the first, in no order.</summary>
    public static async ValueTask<IReadOnlyList<int>> RevisionsOf(ISharedDirectory directory) =>
        [.. (await directory.List(SweepLayout.Revisions).ConfigureAwait(false)).Select(SweepLayout.RevisionOf).OfType<int>()];

    /// <summary>One revision of the manifest, or null when it cannot be seen.</summary>
    /// <exception cref="SweepDirectoryException">It cannot be read, or was written by another version.</exception>
    public static async ValueTask<Manifest?> Read(ISharedDirectory directory, int revision)
    {
        var path = SweepLayout.ManifestOf(revision);
        if (await directory.TryRead(path).ConfigureAwait(false) is not { } json)
            return null;
        try
        {
            RequireCurrent(FormatOf(json), path);
            var manifest = JsonSerializer.Deserialize(json, SweepJson.Readable.Manifest);
            if (manifest?.Current is [.., var last] && last >= manifest.Points.Count)
                throw new JsonException($"\"current\" names point {last}, but the last one of \"points\" is {manifest.Points.Count - 1}.");
            return manifest;
        }
        catch (Exception e) when (JsonDamage.Is(e))
        {
            throw new SweepDirectoryException(Messages.UnreadableManifest(path, e), e);
        }
    }

    private static void RequireCurrent(int format, string path)
    {
        if (format != Manifest.CurrentFormat)
            throw new SweepDirectoryException(
                format > Manifest.CurrentFormat ? Messages.NewerFormat(path, format) : Messages.OlderFormat(path, format));
    }

    /// <summary>It comes first, so that no more is read for it than needs be.</summary>
    private static int FormatOf(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isFormat = reader.ValueTextEquals("format");
                reader.Read();
                if (isFormat && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version))
                    return version;
                reader.Skip();
            }
        }

        throw new JsonException("it has no number \"format\".");
    }
}
