using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Grids;

/// <summary>Value tuples as arrays of their items. The names of the items are the compiler's, and no part of the value.</summary>
internal sealed class ValueTupleConverters : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => ValueTuples.Is(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct
    {
        private static readonly Type[] Types = ValueTuples.ItemTypes(typeof(T));

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException();
            var items = new object?[Types.Length];
            for (var i = 0; i < items.Length; i++)
            {
                if (!reader.Read() || reader.TokenType == JsonTokenType.EndArray)
                    throw new JsonException();
                items[i] = JsonSerializer.Deserialize(ref reader, Types[i], options);
            }

            return reader.Read() && reader.TokenType == JsonTokenType.EndArray
                ? (T)ValueTuples.Create(typeof(T), items)
                : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            var tuple = (ITuple)value;
            writer.WriteStartArray();
            for (var i = 0; i < Types.Length; i++)
                JsonSerializer.Serialize(writer, tuple[i], Types[i], options);
            writer.WriteEndArray();
        }
    }
}
