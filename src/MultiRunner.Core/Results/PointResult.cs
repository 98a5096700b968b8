using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Scheduling;

namespace MultiRunner.Results;

/// <summary>The result of a point: <c>results/N.json</c>.</summary>
internal sealed record PointResult
{
    /// <summary>Version of the format of the sweep directory.</summary>
    public int Format { get; init; } = Manifest.CurrentFormat;

    /// <summary>The index of the point.</summary>
    public required int Point { get; init; }

    /// <summary>Its arguments by name.</summary>
    public required CanonicalJson Arguments { get; init; }

    /// <summary>The numbers that it returned or recorded. NaN and infinities are written as text.</summary>
    public required Dictionary<string, double> Metrics { get; init; }

    /// <summary>The texts that it returned, or null.</summary>
    public Dictionary<string, string>? Details { get; init; }

    /// <summary>The curves that it recorded, or null.</summary>
    public Dictionary<string, IReadOnlyList<CurvePoint>>? Curves { get; init; }

    /// <summary>The worker that ran it.</summary>
    public required string Worker { get; init; }

    /// <summary>The worker's host.</summary>
    public required string Host { get; init; }

    /// <summary>1 when the worker's first attempt at this point succeeded.</summary>
    public required int Attempt { get; init; }

    /// <summary>When it started, by the worker's clock.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>The build that ran it.</summary>
    public AssemblyStamp? Assembly { get; init; }

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
