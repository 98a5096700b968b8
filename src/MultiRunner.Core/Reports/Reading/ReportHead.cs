using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Reading;

/// <summary>
/// What the beginning of <c>report.json</c> says. The rest of that file has a part for each point, and may be very long.
/// </summary>
/// <param name="Basis">The digest of what its points were read from.</param>
/// <param name="Fingerprint">The digest of all that it was made of; null when it has none.</param>
/// <param name="Headline">How many points are finished, and which is best.</param>
internal sealed record ReportHead(string Basis, string? Fingerprint, string Headline)
{
    private const int MostBytes = 65_536;

    /// <summary>The head of the report that lies in a sweep directory; null when there is none that can be read.</summary>
    public static async ValueTask<ReportHead?> TryRead(ISharedDirectory directory)
    {
        try
        {
            var start = await directory.TryReadStart(SweepLayout.JsonReport, MostBytes).ConfigureAwait(false);
            return start is null ? null : TryParse(start);
        }
        catch (Exception e) when (e is SharedDirectoryException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads the properties until it has all three, or comes to one that is neither a text nor a number.</summary>
    private static ReportHead? TryParse(ReadOnlySpan<byte> start)
    {
        string? basis = null, fingerprint = null, headline = null;
        var reader = new Utf8JsonReader(start, isFinalBlock: false, state: default);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (headline is null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            if (!reader.Read() || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                break;
            switch (name)
            {
                case "basis":
                    basis = reader.GetString();
                    break;
                case "fingerprint":
                    fingerprint = reader.GetString();
                    break;
                case "headline":
                    headline = reader.GetString();
                    break;
            }
        }

        return basis is null || headline is null ? null : new ReportHead(basis, fingerprint, headline);
    }
}
