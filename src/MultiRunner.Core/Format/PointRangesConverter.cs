using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Format;

/// <summary>Writes indices as one text, such as <c>0-17,20</c>.</summary>
internal sealed class PointRangesConverter : JsonConverter<IReadOnlyList<int>>
{
    public override IReadOnlyList<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("a text such as \"0-17,20\" was expected.");
        var text = reader.GetString()!;
        if (text.Length == 0)
            return [];
        return PointRanges.TryParse(text, out var wrong) is { } points
            ? [.. points.Distinct().Order()]
            : throw new JsonException($"a text such as \"0-17,20\" was expected, but '{wrong}' is no index and no range.");
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<int> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(PointRanges.Format(value));
}
