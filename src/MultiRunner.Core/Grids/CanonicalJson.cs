using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Grids;

/// <summary>
/// One JSON value in its canonical text: no white space, the names of each object in ordinal order, letters beyond ASCII as they
/// are, numbers as written.
/// </summary>
/// <param name="Text">The text.</param>
[JsonConverter(typeof(Converter))]
internal readonly record struct CanonicalJson(string Text)
{
    /// <summary>How canonical JSON is written.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Reads an array of values.</summary>
    public static IReadOnlyList<CanonicalJson> ReadArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("an array was expected.");
        var values = new List<CanonicalJson>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(ReadValue(ref reader));
        return values;
    }

    private static CanonicalJson ReadValue(ref Utf8JsonReader reader)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using var writer = new Utf8JsonWriter(buffer, Options);

        // What this library wrote has its names in order already, and there is one such value in each result.
        var ahead = reader;
        if (TryCopy(ref ahead, writer))
        {
            reader = ahead;
        }
        else
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            using var document = JsonDocument.ParseValue(ref reader);
            Write(writer, document.RootElement);
        }

        writer.Flush();
        return new CanonicalJson(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>
    /// Copies a value whose names are in order. It returns false, at any place, when something has to be sorted or decoded.
    /// </summary>
    private static bool TryCopy(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped)
            return false;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return TryCopyObject(ref reader, writer);

            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (!TryCopy(ref reader, writer))
                        return false;
                }

                writer.WriteEndArray();
                return reader.TokenType == JsonTokenType.EndArray;

            case JsonTokenType.String:
                writer.WriteStringValue(reader.ValueSpan);
                return true;

            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                return true;
        }
    }

    private static bool TryCopyObject(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        string? last = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.HasValueSequence || reader.ValueIsEscaped)
                return false;
            var name = reader.GetString()!;
            if (last is not null && string.CompareOrdinal(last, name) >= 0)
                return false;
            writer.WritePropertyName(last = name);
            if (!reader.Read() || !TryCopy(ref reader, writer))
                return false;
        }

        writer.WriteEndObject();
        return reader.TokenType == JsonTokenType.EndObject;
    }

    /// <summary>Writes a value in its canonical text.</summary>
    public static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(property.Name);
                Write(writer, property.Value);
            }

            writer.WriteEndObject();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in value.EnumerateArray())
                Write(writer, item);
            writer.WriteEndArray();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    /// <summary>Writes the text as it is, and reads it back whatever its layout has become.</summary>
    internal sealed class Converter : JsonConverter<CanonicalJson>
    {
        public override CanonicalJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ReadValue(ref reader);

        public override void Write(Utf8JsonWriter writer, CanonicalJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Text);
    }
}
