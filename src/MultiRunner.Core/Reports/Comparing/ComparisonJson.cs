using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Reports.Comparing;

/// <summary>The JSON of a comparison. Generated at build time: no reflection, a fixed order of properties.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SweepComparison))]
internal sealed partial class ComparisonJson : JsonSerializerContext
{
    private static readonly ComparisonJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<Verdict>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<SideState>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<FindingKind>(JsonNamingPolicy.CamelCase),
        },
    });

    /// <summary>The whole comparison for a program. NaN and infinities are texts. Its lines end with '\n' on every system.</summary>
    public static string Print(SweepComparison comparison) => JsonSerializer.Serialize(comparison, Readable.SweepComparison) + "\n";
}
