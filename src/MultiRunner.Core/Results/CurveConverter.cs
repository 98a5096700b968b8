using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Results;

/// <summary>A curve in JSON: <c>[[step, value], [step, value], ...]</c>, on one line even in an indented document.</summary>
internal sealed class CurveConverter : JsonConverter<IReadOnlyList<CurvePoint>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<CurvePoint> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var curve = JsonDocument.ParseValue(ref reader);
        return curve.RootElement.ValueKind == JsonValueKind.Array
            ? [.. curve.RootElement.EnumerateArray().Select(Parse)]
            : throw new JsonException("a curve is an array.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<CurvePoint> value, JsonSerializerOptions options)
    {
        var text = new StringBuilder("[");
        foreach (var (step, number) in value)
            text.Append(text.Length > 1 ? ", " : "").Append(CultureInfo.InvariantCulture, $"[{step}, {Text(number)}]");
        writer.WriteRawValue(text.Append(']').ToString(), skipInputValidation: true);
    }

    private static CurvePoint Parse(JsonElement pair) =>
        pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2
        && pair[0].ValueKind == JsonValueKind.Number && pair[0].TryGetInt64(out var step) && TryParse(pair[1], out var value)
            ? new CurvePoint(step, value)
            : throw new JsonException("a point of a curve is [step, value].");

    private static bool TryParse(JsonElement element, out double value)
    {
        if (element.ValueKind == JsonValueKind.Number)
            return element.TryGetDouble(out value);
        (value, var named) = element.ValueKind != JsonValueKind.String ? (0, false) : element.GetString() switch
        {
            "NaN" => (double.NaN, true),
            "Infinity" => (double.PositiveInfinity, true),
            "-Infinity" => (double.NegativeInfinity, true),
            _ => (0, false),
        };
        return named;
    }

    private static string Text(double number) =>
        double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture)
        : double.IsNaN(number) ? "\"NaN\""
        : number > 0 ? "\"Infinity\"" : "\"-Infinity\"";
}
