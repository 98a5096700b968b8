using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Format;

/// <summary>The JSON of manifest, attempts and workers. Generated at build time: no reflection, a fixed order of properties.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(AttemptRecord))]
[JsonSerializable(typeof(WorkerRecord))]
internal sealed partial class SweepJson : JsonSerializerContext
{
    /// <summary>Indented for people, with letters beyond ASCII as they are.</summary>
    public static SweepJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
