using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Results;

/// <summary>A value of a curve in JSON: <c>[step, value]</c>, on one line even in an indented document.</summary>
internal sealed class CurvePointConverter : JsonConverter<CurvePoint>
{
    /// <inheritdoc/>
    public override CurvePoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CurvePoint value, JsonSerializerOptions options) =>
        writer.WriteRawValue(Text(value), skipInputValidation: true);

    /// <summary>Reads the pair at whose beginning the reader is, and leaves the reader at its end.</summary>
    public static CurvePoint Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartArray
        && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var step)
        && reader.Read() && TryReadValue(ref reader, out var value)
        && reader.Read() && reader.TokenType == JsonTokenType.EndArray
            ? new CurvePoint(step, value)
            : throw new JsonException("a point of a curve is [step, value].");

    /// <summary>The pair as JSON.</summary>
    public static string Text(CurvePoint point) => string.Create(CultureInfo.InvariantCulture, $"[{point.Step}, {Text(point.Value)}]");

    private static bool TryReadValue(ref Utf8JsonReader reader, out double value)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.TryGetDouble(out value);
        (value, var named) = reader.TokenType != JsonTokenType.String ? (0, false)
            : reader.ValueTextEquals("NaN"u8) ? (double.NaN, true)
            : reader.ValueTextEquals("Infinity"u8) ? (double.PositiveInfinity, true)
            : reader.ValueTextEquals("-Infinity"u8) ? (double.NegativeInfinity, true)
            : (0, false);
        return named;
    }

    private static string Text(double number) =>
        double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture)
        : double.IsNaN(number) ? "\"NaN\""
        : number > 0 ? "\"Infinity\"" : "\"-Infinity\"";
}
