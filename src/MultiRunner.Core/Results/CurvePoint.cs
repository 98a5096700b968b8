using System.Text.Json.Serialization;

namespace MultiRunner.Results;

/// <summary>One value of a curve.</summary>
/// <param name="Step">Its place, for instance the epoch.</param>
/// <param name="Value">Its value.</param>
[JsonConverter(typeof(CurvePointConverter))]
internal readonly record struct CurvePoint(long Step, double Value);
