using System.Text.Json;

namespace MultiRunner.Format;

/// <summary>Tells a whole result file from one that was cut off or damaged.</summary>
internal static class ResultCheck
{
    /// <summary>Whether <paramref name="json"/> is one JSON object that says that it is the result of <paramref name="point"/>.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> json, int point)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            var found = false;
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("point"u8))
                {
                    reader.Read();
                    found = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value) && value == point;
                }
            }

            return found;
        }
        catch (Exception e) when (JsonDamage.Is(e))
        {
            return false;
        }
    }
}
