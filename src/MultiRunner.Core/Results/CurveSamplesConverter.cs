using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Results;

/// <summary>
/// Some values of a curve in JSON: <c>[[step,value],[step,value],...]</c>, on one line even in an indented document. They are for a
/// picture, so each has as many digits as a picture can show.
/// </summary>
internal sealed class CurveSamplesConverter : JsonConverter<IReadOnlyList<CurvePoint>>
{
    private const int LongestPair = 48;

    /// <inheritdoc/>
    public override IReadOnlyList<CurvePoint> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CurveConverter.ReadPoints(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<CurvePoint> value, JsonSerializerOptions options)
    {
        var text = new ArrayBufferWriter<byte>(LongestPair * (value.Count + 1));
        text.Write("["u8);
        for (var i = 0; i < value.Count; i++)
        {
            text.Write(i == 0 ? "["u8 : ",["u8);
            Write(text, value[i].Step);
            text.Write(","u8);
            WriteValue(text, value[i].Value);
            text.Write("]"u8);
        }

        text.Write("]"u8);
        writer.WriteRawValue(text.WrittenSpan, skipInputValidation: true);
    }

    /// <summary>Writes a value with seven significant digits. What JSON has no number for is a text.</summary>
    public static void WriteValue(IBufferWriter<byte> text, double value)
    {
        if (double.IsFinite(value))
            Write(text, value, "G7");
        else
            text.Write(double.IsNaN(value) ? "\"NaN\""u8 : value > 0 ? "\"Infinity\""u8 : "\"-Infinity\""u8);
    }

    private static void Write(IBufferWriter<byte> text, IUtf8SpanFormattable number, string format = "")
    {
        number.TryFormat(text.GetSpan(LongestPair), out var written, format, CultureInfo.InvariantCulture);
        text.Advance(written);
    }
}
