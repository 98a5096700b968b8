using System.Text.Json;
using System.Text.Json.Serialization;
using MultiRunner.Grids;

namespace MultiRunner.Format;

/// <summary>Writes all values of an axis on one line.</summary>
internal sealed class OnOneLineConverter : JsonConverter<IReadOnlyList<CanonicalJson>>
{
    public override IReadOnlyList<CanonicalJson> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CanonicalJson.ReadArray(ref reader);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<CanonicalJson> value, JsonSerializerOptions options) =>
        writer.WriteRawValue($"[{string.Join(", ", value)}]", skipInputValidation: true);
}
