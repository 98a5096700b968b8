using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace MultiRunner.Grids;

/// <summary>
/// Writes arguments as canonical JSON: one value has one text, whatever the culture and the time zone of the process are.
/// </summary>
internal static class ArgumentJson
{
    /// <summary>The remedy for a time whose instant depends on the machine.</summary>
    public const string TimeRemedy = "Pass a DateTime of DateTimeKind.Utc, or a DateTimeOffset.";

    /// <summary>One value as canonical JSON, or null when JSON cannot carry it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="declared">The type of its parameter, from which an object of another type is told; by default its own.</param>
    public static string? TryFormat(object? value, Type? declared = null)
    {
        var buffer = new ArrayBufferWriter<byte>(32);
        using (var writer = new Utf8JsonWriter(buffer, CanonicalJson.Options))
        {
            if (!TryWrite(writer, value, declared))
                return null;
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a value, and says whether JSON can carry it.</summary>
    public static bool TryWrite(Utf8JsonWriter writer, object? value, Type? declared) =>
        TryWriteScalar(writer, value) || (!IsScalar(value) && value switch
        {
            Array { Rank: 1 } array => TryWriteArray(writer, array),
            Array => false,
            ITuple tuple when ValueTuples.Is(value.GetType()) => TryWriteTuple(writer, tuple),
            _ => ArgumentObjects.TryWrite(writer, value!, declared),
        });

    /// <summary>Whether a value has a text of its own, and is no array, tuple or object of other values.</summary>
    public static bool IsScalar(object? value) => value is null || ArgumentConverter.Governs(value.GetType()) || value is Uri;

    /// <summary>Writes a value that has a text of its own. It fails where that is not valid Unicode, or depends on the machine.</summary>
    public static bool TryWriteScalar(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); return true;
            case string v: return TryWriteText(writer, v);
            case char v: return TryWriteText(writer, v.ToString());
            case bool v: writer.WriteBooleanValue(v); return true;
            case Enum v: writer.WriteStringValue(EnumText.Of(v)); return true;
            case int v: writer.WriteNumberValue(v); return true;
            case byte or sbyte or short or ushort or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); return true;
            case ulong v: writer.WriteNumberValue(v); return true;
            case BigInteger or Int128 or UInt128:
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)); return true;
            case Half v: WriteFloating(writer, v); return true;
            case float v: WriteFloating(writer, v); return true;
            case double v: WriteFloating(writer, v); return true;
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

    private static void WriteFloating<T>(Utf8JsonWriter writer, T value)
        where T : INumber<T>, IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[32];
        if (!value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture))
            throw new FormatException("A floating-point number has at most 24 characters.");
        if (T.IsFinite(value))
            writer.WriteRawValue(text[..length], skipInputValidation: true);
        else
            writer.WriteStringValue(text[..length]);
    }

    private static bool TryWriteArray(Utf8JsonWriter writer, Array array)
    {
        // An array that contains itself has no end.
        if (writer.CurrentDepth >= ArgumentDepth.Most)
            return false;
        var declared = array.GetType().GetElementType();
        writer.WriteStartArray();
        foreach (var item in array)
        {
            if (!TryWrite(writer, item, declared))
                return false;
        }

        writer.WriteEndArray();
        return true;
    }

    private static bool TryWriteTuple(Utf8JsonWriter writer, ITuple tuple)
    {
        if (writer.CurrentDepth >= ArgumentDepth.Most)
            return false;
        var declared = ValueTuples.ItemTypes(tuple.GetType());
        writer.WriteStartArray();
        for (var i = 0; i < tuple.Length; i++)
        {
            if (!TryWrite(writer, tuple[i], declared[i]))
                return false;
        }

        writer.WriteEndArray();
        return true;
    }
}
