using System.Text.Json;
using System.Text.Json.Serialization;
using MultiRunner.Grids;

namespace MultiRunner.Format;

/// <summary>Writes one point on each line, so that people can find theirs in an editor.</summary>
internal sealed class PointPerLineConverter : JsonConverter<IReadOnlyList<CanonicalJson>>
{
    public override IReadOnlyList<CanonicalJson> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CanonicalJson.ReadArray(ref reader);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<CanonicalJson> value, JsonSerializerOptions options) =>
        writer.WriteRawValue($"[\n    {string.Join(",\n    ", value)}\n  ]", skipInputValidation: true);
}
