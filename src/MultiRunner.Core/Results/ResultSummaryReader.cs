using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MultiRunner.Format;

namespace MultiRunner.Results;

/// <summary>Reads results without whole curves, with as much of them as a report keeps.</summary>
/// <param name="mostSamples">How many values of a curve are kept at most.</param>
internal sealed class ResultSummaryReader(int mostSamples)
{
    private readonly JsonTypeInfo<ResultSummary> type = ResultSummaryJson.With(mostSamples).ResultSummary;

    /// <summary>Reads a result; null when the JSON is nothing but null.</summary>
    /// <exception cref="JsonException">It is no result.</exception>
    public ResultSummary? Read(ReadOnlySpan<byte> json)
    {
        var curves = new List<CurveRange>();
        var rest = new ArrayBufferWriter<byte>(1024);

        // A name may be there twice, or the property may be. Then it is not clear whose these curves are.
        if (!TryTakeCurves(json, curves, rest)
            || JsonSerializer.Deserialize(rest.WrittenSpan, type) is not { Curves: { } named } result
            || named.Count != curves.Count
            || CurvesBeginIn(rest.WrittenSpan, after: 1) is not null
            || named.Values.Any(curve => curve is null || curve.Steps > 0))
        {
            return JsonSerializer.Deserialize(json, type);
        }

        return result with { Curves = named.Keys.Zip(curves).ToDictionary(c => c.First, c => c.Second) };
    }

    /// <summary>Reads the curves, and writes what is left of the result with an empty curve in place of each of them.</summary>
    /// <returns>False when there are none, or when they do not look as curves do.</returns>
    private bool TryTakeCurves(ReadOnlySpan<byte> json, List<CurveRange> curves, ArrayBufferWriter<byte> rest)
    {
        if (CurvesBeginIn(json) is not { } begin)
            return false;
        var scanner = new CurveScanner(json, begin);
        var copied = 0;
        do
        {
            if (!scanner.TryPassText() || !scanner.TryPass((byte)':'))
                return false;
            rest.Write(json[copied..scanner.Position]);
            var curve = new CurveRange(mostSamples);
            if (!scanner.TryReadCurve(curve))
                return false;
            curves.Add(curve);
            rest.Write("[]"u8);
            copied = scanner.Position;
        }
        while (scanner.TryPass((byte)','));
        rest.Write(json[copied..]);
        return true;
    }

    /// <summary>The place after the brace that opens the curves; null when there is none.</summary>
    /// <param name="json">The result.</param>
    /// <param name="after">How many properties of that name come before the one that is looked for.</param>
    private static int? CurvesBeginIn(ReadOnlySpan<byte> json, int after = 0)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isCurves = reader.ValueTextEquals("curves"u8);
                reader.Read();
                if (isCurves && after-- == 0)
                    return reader.TokenType == JsonTokenType.StartObject ? (int)reader.BytesConsumed : null;
                reader.Skip();
            }
        }
        catch (Exception e) when (JsonDamage.Is(e))
        {
            // Whoever reads all of it says what is wrong.
        }

        return null;
    }
}
