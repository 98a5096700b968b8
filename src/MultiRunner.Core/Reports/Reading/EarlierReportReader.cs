using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MultiRunner.Format;
using MultiRunner.Reports.Model;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads the report that lies in a sweep directory, if it is made of what is there now.</summary>
/// <param name="basis">The digest of what is there now.</param>
/// <param name="completion">Makes each point whole as soon as it is read: there may be very many.</param>
internal sealed class EarlierReportReader(string basis, PointCompletion completion)
{
    private static readonly ReportJson Types = ReportJson.Readable;

    private readonly List<ReportPoint> points = [];
    private IReadOnlyList<ReportWorker>? workers;
    private IReadOnlyList<string> traces = [];
    private int tracesLeftOut;
    private ReportCheckpoints? checkpoints;
    private IReadOnlyList<string> warnings = [];
    private AssemblyStamp? newestBuild;
    private DateTimeOffset written;
    private string? basisThere;

    /// <summary>The file of the report; null when there is none that can be read.</summary>
    public static async ValueTask<byte[]?> ReadFile(ISharedDirectory directory)
    {
        try
        {
            return await directory.TryRead(SweepLayout.JsonReport).ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            return null;
        }
    }

    /// <summary>
    /// What the report says; null when it is of another basis or cannot be understood, for whatever reason: then it is made anew.
    /// </summary>
    /// <param name="json">The file of the report.</param>
    public EarlierReport? Read(byte[] json)
    {
        try
        {
            return TryParse(json) && workers is not null
                ? new EarlierReport(written, points, workers, new ReportTraces(traces, tracesLeftOut), checkpoints, warnings, newestBuild)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Reads the properties one by one. The basis stands near the beginning, and a report of another one is read no further.
    /// </summary>
    private bool TryParse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (!TryParse(name, ref reader))
                return false;
        }

        return basisThere is not null;
    }

    private bool TryParse(string? name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "basis":
                basisThere = Value(ref reader, Types.String);
                return basisThere == basis;
            case "written":
                written = Value(ref reader, Types.DateTimeOffset);
                return true;
            case "warnings":
                warnings = Value(ref reader, Types.IReadOnlyListString) ?? [];
                return true;
            case "newestBuild":
                newestBuild = Value(ref reader, Types.AssemblyStamp);
                return true;
            case "checkpoints":
                checkpoints = Value(ref reader, Types.ReportCheckpoints);
                return true;
            case "workers":
                workers = Value(ref reader, Types.IReadOnlyListReportWorker);
                return true;
            case "traces":
                traces = Value(ref reader, Types.IReadOnlyListString) ?? [];
                return true;
            case "tracesLeftOut":
                tracesLeftOut = Value(ref reader, Types.Int32);
                return true;
            case "points":
                return TryParsePoints(ref reader);
            default:
                reader.Skip();
                return true;
        }
    }

    private bool TryParsePoints(ref Utf8JsonReader reader)
    {
        if (basisThere is null || reader.TokenType != JsonTokenType.StartArray)
            return false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Value(ref reader, Types.ReportPoint) is not { } point)
                return false;
            points.Add(completion.Of(point));
        }

        return true;
    }

    private static T? Value<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(ref reader, type);
}
