using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Format;

/// <summary>
/// The JSON of manifest, attempts and workers. The code for it is generated at build time, so that no reflection is needed and the
/// properties have a fixed order.
/// </summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(AttemptRecord))]
[JsonSerializable(typeof(SkipRecord))]
[JsonSerializable(typeof(WorkerRecord))]
internal sealed partial class SweepJson : JsonSerializerContext
{
    /// <summary>Writes JSON that is indented for people, with letters beyond ASCII as they are.</summary>
    public static SweepJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
