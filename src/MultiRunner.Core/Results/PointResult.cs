using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Results;

/// <summary>The result of a point with its whole curves.</summary>
internal sealed record PointResult : ResultFile<IReadOnlyList<CurvePoint>>
{
    /// <summary>"accuracy=0.91, loss=0.3", with six significant digits.</summary>
    [JsonIgnore]
    public string MetricsText =>
        string.Join(", ", Metrics.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key}={m.Value:G6}")));

    /// <summary>The content of the result file.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ResultJson.Readable.PointResult);

    /// <summary>Reads a result file; null when it is not one.</summary>
    public static PointResult? TryParse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ResultJson.Readable.PointResult);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
