using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Reports.Model;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads the report that lies in a sweep directory, if it is made of what is there now.</summary>
internal static class EarlierReportReader
{
    /// <summary>What the report says; null when it is of another basis or cannot be read, for whatever reason: then it is made anew.</summary>
    /// <param name="directory">The sweep directory.</param>
    /// <param name="basis">The digest of what is there now.</param>
    public static async ValueTask<EarlierReport?> Read(ISharedDirectory directory, string basis)
    {
        try
        {
            // The basis stands near the beginning. The points, of which there may be very many, are only read when they are still right.
            if (await directory.TryRead(SweepLayout.JsonReport).ConfigureAwait(false) is not { } json || BasisOf(json) != basis)
                return null;
            var earlier = JsonSerializer.Deserialize(json, ReportJson.Readable.EarlierReport);
            return earlier is { Points: not null, Workers: not null } ? earlier : null;
        }
        catch (Exception e) when (e is SharedDirectoryException or JsonException)
        {
            return null;
        }
    }

    private static string? BasisOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("basis"u8))
                return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }

        return null;
    }
}
