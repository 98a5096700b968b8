using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MultiRunner.Grids;

/// <summary>Writes arguments as canonical JSON: one text for one value, whatever the culture of the process.</summary>
internal static class ArgumentJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The key of a point: an object of its arguments by name, in the order of the parameters.</summary>
    /// <exception cref="GridException">An argument's type cannot be carried by JSON.</exception>
    public static string Key(string sweep, IReadOnlyList<Parameter> parameters, IReadOnlyList<object?> arguments)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            for (var i = 0; i < parameters.Count; i++)
            {
                writer.WritePropertyName(parameters[i].Name);
                if (!TryWrite(writer, arguments[i]))
                    throw Unsupported(sweep, parameters[i], arguments[i]);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>One value as canonical JSON, or null when JSON cannot carry its type.</summary>
    public static string? TryFormat(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>(32);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            if (!TryWrite(writer, value))
                return null;
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool TryWrite(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); return true;
            case string v: writer.WriteStringValue(v); return true;
            case char v: writer.WriteStringValue(v.ToString()); return true;
            case bool v: writer.WriteBooleanValue(v); return true;
            case Enum v: writer.WriteStringValue(EnumText.Of(v)); return true;
            case byte or sbyte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); return true;
            case ulong v: writer.WriteNumberValue(v); return true;
            case BigInteger v: writer.WriteRawValue(v.ToString(CultureInfo.InvariantCulture)); return true;
            case float v: WriteFloating(writer, v, v.ToString("R", CultureInfo.InvariantCulture)); return true;
            case double v: WriteFloating(writer, v, v.ToString("R", CultureInfo.InvariantCulture)); return true;
            // Dividing by one drops trailing zeros: 1.0 and 1.00 are one value and get one text.
            case decimal v: writer.WriteNumberValue(v / 1.000000000000000000000000000000000m); return true;
            case DateTime v: writer.WriteStringValue(v.ToString("O", CultureInfo.InvariantCulture)); return true;
            case DateTimeOffset v: writer.WriteStringValue(v.ToString("O", CultureInfo.InvariantCulture)); return true;
            case DateOnly v: writer.WriteStringValue(v.ToString("O", CultureInfo.InvariantCulture)); return true;
            case TimeOnly v: writer.WriteStringValue(v.ToString("O", CultureInfo.InvariantCulture)); return true;
            case TimeSpan v: writer.WriteStringValue(v.ToString("c", CultureInfo.InvariantCulture)); return true;
            case Guid v: writer.WriteStringValue(v.ToString("D")); return true;
            case Uri v: writer.WriteStringValue(v.OriginalString); return true;
            case Version v: writer.WriteStringValue(v.ToString()); return true;
            case Array { Rank: 1 } v: return TryWriteArray(writer, v);
            default: return false;
        }
    }

    private static void WriteFloating(Utf8JsonWriter writer, double value, string text)
    {
        if (double.IsFinite(value))
            writer.WriteRawValue(text);
        else
            writer.WriteStringValue(text);
    }

    private static bool TryWriteArray(Utf8JsonWriter writer, Array array)
    {
        writer.WriteStartArray();
        foreach (var item in array)
        {
            if (!TryWrite(writer, item))
                return false;
        }

        writer.WriteEndArray();
        return true;
    }

    private static GridException Unsupported(string sweep, Parameter parameter, object? value) => new(
        $"{sweep}: arguments must be values that JSON can carry (numbers, bool, char, string, enums, dates and times, Guid, Uri, Version, null and arrays of them), but parameter '{parameter.Name}' got a {value?.GetType()}. Pass something that names the value, such as a string or a number, and build the {value?.GetType().Name} inside the method.");
}
