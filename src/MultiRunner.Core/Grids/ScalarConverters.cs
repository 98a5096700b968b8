using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Grids;

/// <summary>
/// Values inside an object, in the same text as when they stand alone, for the types that System.Text.Json writes in another way or not
/// at all.
/// </summary>
internal sealed class ScalarConverters : JsonConverterFactory
{
    private static readonly Dictionary<Type, Func<string, object>> Readers = new()
    {
        [typeof(string)] = text => text,
        [typeof(char)] = text => char.Parse(text),
        [typeof(Half)] = text => Half.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(float)] = text => float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(double)] = text => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(decimal)] = text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(BigInteger)] = text => BigInteger.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(Int128)] = text => Int128.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(UInt128)] = text => UInt128.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(DateTime)] = text => DateTime.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        [typeof(DateTimeOffset)] = text => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture),
        [typeof(DateOnly)] = text => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture),
        [typeof(TimeOnly)] = text => TimeOnly.ParseExact(text, "O", CultureInfo.InvariantCulture),
        [typeof(TimeSpan)] = text => TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture),
        [typeof(Guid)] = text => Guid.ParseExact(text, "D"),
        [typeof(Version)] = Version.Parse,
        [typeof(Uri)] = text => new Uri(text, UriKind.RelativeOrAbsolute),
    };

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum || Readers.ContainsKey(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            typeof(Converter<>).MakeGenericType(typeToConvert),
            Readers.GetValueOrDefault(typeToConvert) ?? (text => Enum.Parse(typeToConvert, text)))!;

    private sealed class Converter<T>(Func<string, object> read) : JsonConverter<T>
        where T : notnull
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (T)read(reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString()!,
                JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                _ => throw new JsonException(),
            });

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            if (!ArgumentJson.TryWriteScalar(writer, value))
                throw new ScalarException(value);
        }

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (T)read(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            var text = ArgumentJson.TryFormat(value) ?? throw new ScalarException(value);
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            writer.WritePropertyName(root.ValueKind == JsonValueKind.String ? root.GetString()! : text);
        }
    }
}
