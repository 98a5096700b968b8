using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Reports.Model;

/// <summary>The JSON of the report and of the status. Generated at build time: no reflection, a fixed order of properties.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SweepReport))]
[JsonSerializable(typeof(StatusDocument))]
[JsonSerializable(typeof(BestDocument))]
[JsonSerializable(typeof(PointDocument))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>Indented for people, with letters beyond ASCII as they are.</summary>
    public static ReportJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
