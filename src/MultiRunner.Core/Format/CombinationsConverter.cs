using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Format;

/// <summary>
/// A count of combinations. Another tool that has read and written the file may have rounded it, as 1e20 or 1.0. The count says nothing on
/// which points depend, so what is no whole number in range is read as if it were absent.
/// </summary>
internal sealed class CombinationsConverter : JsonConverter<UInt128?>
{
    public override UInt128? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            reader.Skip();
            return null;
        }

        using var number = JsonDocument.ParseValue(ref reader);
        return UInt128.TryParse(number.RootElement.GetRawText(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;
    }

    public override void Write(Utf8JsonWriter writer, UInt128? value, JsonSerializerOptions options)
    {
        if (value is { } count)
            writer.WriteRawValue(count.ToString(CultureInfo.InvariantCulture));
        else
            writer.WriteNullValue();
    }
}
