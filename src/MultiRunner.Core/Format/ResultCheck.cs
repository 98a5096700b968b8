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

    /// <summary>The worker and the number of its attempt that a result says it is of; null and 0 where it does not say that.</summary>
    public static (string? Worker, int Attempt) MakerOf(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            var (worker, attempt) = ((string?)null, 0);
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                var (isWorker, isAttempt) = (reader.ValueTextEquals("worker"u8), reader.ValueTextEquals("attempt"u8));
                reader.Read();
                if (isWorker && reader.TokenType == JsonTokenType.String)
                    worker = reader.GetString();
                else if (isAttempt && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
                    attempt = number;
            }

            return (worker, attempt);
        }
        catch (Exception e) when (JsonDamage.Is(e))
        {
            return default;
        }
    }
}
