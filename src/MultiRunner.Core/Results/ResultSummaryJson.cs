using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiRunner.Results;

/// <summary>Reads results without whole curves. Generated at build time: no reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ResultSummary))]
internal sealed partial class ResultSummaryJson : JsonSerializerContext
{
    /// <summary>Reads as <see cref="ResultJson.Readable"/> writes.</summary>
    /// <param name="mostSamples">How many values of a curve are kept at most.</param>
    public static ResultSummaryJson With(int mostSamples) => new(new JsonSerializerOptions(ResultJson.Readable.Options)
    {
        Converters = { new CurveRangeConverter(mostSamples) },
        TypeInfoResolver = null,
    });
}
