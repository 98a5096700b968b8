using System.Buffers;
using System.Text.Json;
using MultiRunner.Results;

namespace MultiRunner.Reports.Page;

/// <summary>
/// Writes the JSON of the page piece by piece. Its encoder escapes what ends a script element and what ends a line in a script, so the
/// JSON can stand in one whatever the texts are.
/// </summary>
/// <param name="stream">Takes the JSON.</param>
internal sealed class PageJson(Stream stream) : IDisposable
{
    private const int Piece = 1 << 16;

    private readonly Utf8JsonWriter writer = new(stream);
    private readonly ArrayBufferWriter<byte> rounded = new(64);

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    /// <summary>Writes a property that is an object.</summary>
    public void Object(string name, Action content)
    {
        writer.WritePropertyName(name);
        Object(content);
    }

    /// <summary>Writes an object.</summary>
    public void Object(Action content)
    {
        writer.WriteStartObject();
        content();
        writer.WriteEndObject();
        FlushPiece();
    }

    /// <summary>Writes a property that is an array.</summary>
    public void Array<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WritePropertyName(name);
        Array(items, write);
    }

    /// <summary>Writes an array.</summary>
    public void Array<T>(IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(item);
            FlushPiece();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a property that is a list of texts.</summary>
    public void Texts(string name, IEnumerable<string> texts) => Array(name, texts, writer.WriteStringValue);

    /// <summary>Writes a property that is a text; nothing for null.</summary>
    public void Text(string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    /// <summary>Writes a property that is a truth value; nothing for null.</summary>
    public void Truth(string name, bool? value)
    {
        if (value is { } known)
            writer.WriteBoolean(name, known);
    }

    /// <summary>Writes a property that is a whole number; nothing for null.</summary>
    public void Integer(string name, long? value)
    {
        if (value is { } known)
            writer.WriteNumber(name, known);
    }

    /// <summary>Writes a property that is a number; nothing for null.</summary>
    public void Number(string name, double? value)
    {
        if (value is null)
            return;
        writer.WritePropertyName(name);
        Number(value);
    }

    /// <summary>Writes a property that is null.</summary>
    public void Null(string name) => writer.WriteNull(name);

    /// <summary>Writes a whole number, or null.</summary>
    public void Integer(long? value)
    {
        if (value is { } known)
            writer.WriteNumberValue(known);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a number or null. What JSON has no number for is a text, as in report.json.</summary>
    public void Number(double? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case { } number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case { } number:
                writer.WriteStringValue(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
                break;
        }
    }

    /// <summary>Writes a property that is a curve: its steps, its values, and how many values it had.</summary>
    public void Curve(string name, IReadOnlyList<CurvePoint> samples, int steps)
    {
        writer.WriteStartArray(name);
        writer.WriteStartArray();
        foreach (var sample in samples)
            writer.WriteNumberValue(sample.Step);
        writer.WriteEndArray();
        writer.WriteStartArray();
        foreach (var sample in samples)
            Rounded(sample.Value);
        writer.WriteEndArray();
        writer.WriteNumberValue(steps);
        writer.WriteEndArray();
        FlushPiece();
    }

    /// <summary>Writes a number with as many digits as a picture can show.</summary>
    private void Rounded(double value)
    {
        rounded.Clear();
        CurveSamplesConverter.WriteValue(rounded, value);
        writer.WriteRawValue(rounded.WrittenSpan, skipInputValidation: true);
    }

    private void FlushPiece()
    {
        if (writer.BytesPending > Piece)
            writer.Flush();
    }
}
