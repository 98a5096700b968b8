using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Results;

/// <summary>A curve in JSON: <c>[[step, value], [step, value], ...]</c>, on one line even in an indented document.</summary>
internal sealed class CurveConverter : JsonConverter<IReadOnlyList<CurvePoint>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<CurvePoint> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadPoints(ref reader);

    /// <summary>Reads the curve at whose beginning the reader is, and leaves the reader at its end.</summary>
    public static IReadOnlyList<CurvePoint> ReadPoints(ref Utf8JsonReader reader)
    {
        RequireArray(in reader);
        var curve = new List<CurvePoint>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            curve.Add(CurvePointConverter.Read(ref reader));
        return curve;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<CurvePoint> value, JsonSerializerOptions options)
    {
        var text = new StringBuilder("[");
        foreach (var point in value)
            text.Append(text.Length > 1 ? ", " : "").Append(CurvePointConverter.Text(point));
        writer.WriteRawValue(text.Append(']').ToString(), skipInputValidation: true);
    }

    /// <summary>Checks that a reader is at the beginning of a curve.</summary>
    public static void RequireArray(in Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("a curve is an array.");
    }
}
