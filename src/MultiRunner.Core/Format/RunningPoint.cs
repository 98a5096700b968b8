using System.Text.Json.Serialization;

namespace MultiRunner.Format;

/// <summary>A point that a worker is running.</summary>
/// <param name="Point">Its index.</param>
/// <param name="Seconds">How long it has been running, by the worker's own clock.</param>
internal sealed record RunningPoint([property: JsonRequired] int Point, [property: JsonRequired] double Seconds);
