using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MultiRunner.Grids;

/// <summary>
/// Writes arguments as canonical JSON: one value has one text, whatever the culture and the time zone of the process are.
/// </summary>
internal static class ArgumentJson
{
    /// <summary>The remedy for a time whose instant depends on the machine.</summary>
    public const string TimeRemedy = "Pass a DateTime of DateTimeKind.Utc, or a DateTimeOffset.";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The key of a point: an object of its arguments by name, in ordinal order of the names, so that it stays the same when the
    /// parameters are put into another order.
    /// </summary>
    /// <exception cref="GridException">An argument cannot be carried by JSON.</exception>
    public static string Key(string sweep, IReadOnlyList<Parameter> parameters, IReadOnlyList<object?> arguments)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            foreach (var i in Enumerable.Range(0, parameters.Count).OrderBy(i => parameters[i].Name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(parameters[i].Name);
                if (!TryWrite(writer, arguments[i]))
                    throw Unsupported(sweep, parameters[i], arguments[i]);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>One value as canonical JSON, or null when JSON cannot carry it.</summary>
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
            case string v: return TryWriteText(writer, v);
            case char v: return TryWriteText(writer, v.ToString());
            case bool v: writer.WriteBooleanValue(v); return true;
            case Enum v: writer.WriteStringValue(EnumText.Of(v)); return true;
            case byte or sbyte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); return true;
            case ulong v: writer.WriteNumberValue(v); return true;
            case BigInteger or Int128 or UInt128:
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)); return true;
            case Half v: WriteFloating(writer, (double)v, v.ToString("R", CultureInfo.InvariantCulture)); return true;
            case float v: WriteFloating(writer, v, v.ToString("R", CultureInfo.InvariantCulture)); return true;
            case double v: WriteFloating(writer, v, v.ToString("R", CultureInfo.InvariantCulture)); return true;
            // Dividing by one drops trailing zeros, so that 1.0 and 1.00, which are one value, have one text.
            case decimal v: writer.WriteNumberValue(v / 1.000000000000000000000000000000000m); return true;
            case DateTime { Kind: DateTimeKind.Local }: return false;
            case DateTime v: writer.WriteStringValue(v.ToString("O", CultureInfo.InvariantCulture)); return true;
            case DateTimeOffset v: writer.WriteStringValue(v.ToString("O", CultureInfo.InvariantCulture)); return true;
            case DateOnly v: writer.WriteStringValue(v.ToString("O", CultureInfo.InvariantCulture)); return true;
            case TimeOnly v: writer.WriteStringValue(v.ToString("O", CultureInfo.InvariantCulture)); return true;
            case TimeSpan v: writer.WriteStringValue(v.ToString("c", CultureInfo.InvariantCulture)); return true;
            case Guid v: writer.WriteStringValue(v.ToString("D")); return true;
            case Uri v: return TryWriteText(writer, v.OriginalString);
            case Version v: writer.WriteStringValue(v.ToString()); return true;
            case Array { Rank: 1 } v: return TryWriteArray(writer, v);
            default: return false;
        }
    }

    private static bool TryWriteText(Utf8JsonWriter writer, string text)
    {
        // The writer turns half a surrogate pair into U+FFFD, which would give different texts one key.
        if (!IsUnicode(text))
            return false;
        writer.WriteStringValue(text);
        return true;
    }

    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i++))
                return false;
        }

        return true;
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

    private static GridException Unsupported(string sweep, Parameter parameter, object? argument)
    {
        var value = Offender(argument);
        if (value is DateTime time)
            return new(string.Create(CultureInfo.InvariantCulture, $"{sweep}: a time must be the same on every machine, but parameter "
                + $"'{parameter.Name}' got {time:yyyy-MM-ddTHH:mm:ss} of DateTimeKind.Local, whose instant depends on the time zone of "
                + $"the machine. {TimeRemedy}"));
        return value is string or char or Uri
            ? new(
                $"{sweep}: a text must be valid Unicode, but parameter '{parameter.Name}' got "
                + $"\"{Escaped((value as Uri)?.OriginalString ?? value.ToString()!)}\", which has half of a surrogate pair. Remove "
                + $"that half, or pass a name for the text and build it inside the method.")
            : new(
                $"{sweep}: arguments must be values that JSON can carry (numbers, bool, char, string, enums, dates and times, Guid, "
                + $"Uri, Version, null and arrays of them), but parameter '{parameter.Name}' got a {value?.GetType()}. Pass something "
                + $"that names the value, such as a string or a number, and build the {value?.GetType().Name} inside the method.");
    }

    /// <summary>The value that cannot be written. In an array it is the first such item.</summary>
    private static object? Offender(object? value) =>
        value is Array { Rank: 1 } array ? Offender(array.Cast<object?>().First(item => TryFormat(item) is null)) : value;

    private static string Escaped(string text) =>
        string.Concat(text.Select(c =>
            char.IsSurrogate(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : c.ToString()));
}
