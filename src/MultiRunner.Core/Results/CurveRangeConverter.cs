using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Results;

/// <summary>Reads a curve into its range, without a list of its values.</summary>
/// <param name="mostSamples">How many values of a curve are kept at most.</param>
internal sealed class CurveRangeConverter(int mostSamples) : JsonConverter<CurveRange>
{
    /// <inheritdoc/>
    public override CurveRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        CurveConverter.RequireArray(in reader);
        var range = new CurveRange(mostSamples);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            range.Add(CurvePointConverter.Read(ref reader));
        return range;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CurveRange value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A curve cannot be written from its range, which has lost the values between.");
}
