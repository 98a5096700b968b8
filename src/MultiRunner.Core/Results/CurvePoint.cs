using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Results;

/// <summary>One value of a curve. In JSON: <c>[step, value]</c>.</summary>
/// <param name="Step">Its place, for instance the epoch.</param>
/// <param name="Value">Its value.</param>
[JsonConverter(typeof(Converter))]
internal readonly record struct CurvePoint(long Step, double Value)
{
    internal sealed class Converter : JsonConverter<CurvePoint>
    {
        public override CurvePoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var pair = JsonDocument.ParseValue(ref reader);
            if (pair.RootElement.ValueKind != JsonValueKind.Array || pair.RootElement.GetArrayLength() != 2)
                throw new JsonException("a point of a curve is [step, value].");
            var value = pair.RootElement[1];
            return new CurvePoint(pair.RootElement[0].GetInt64(), value.ValueKind == JsonValueKind.String ? Named(value.GetString()) : value.GetDouble());
        }

        public override void Write(Utf8JsonWriter writer, CurvePoint value, JsonSerializerOptions options)
        {
            // Raw, so that a pair stays on one line of an indented document.
            var number = double.IsFinite(value.Value) ? value.Value.ToString("R", CultureInfo.InvariantCulture)
                : double.IsNaN(value.Value) ? "\"NaN\"" : value.Value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
            writer.WriteRawValue(string.Create(CultureInfo.InvariantCulture, $"[{value.Step}, {number}]"), skipInputValidation: true);
        }

        private static double Named(string? name) => name switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => throw new JsonException($"'{name}' is not a number."),
        };
    }
}
