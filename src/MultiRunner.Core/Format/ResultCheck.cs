using System.Text.Json;

namespace MultiRunner.Format;

/// <summary>Tells a whole result file from one that was cut off or damaged.</summary>
internal static class ResultCheck
{
    /// <summary>Whether <paramref name="json"/> is one JSON object that says that it is the result of <paramref name="point"/>.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> json, int point) => IsWhole(json, point, out _);

    /// <inheritdoc cref="IsWhole(ReadOnlySpan{byte}, int)"/>
    /// <param name="json">The file.</param>
    /// <param name="point">The index of the point.</param>
    /// <param name="build">The build that made the result, or null when the result does not say.</param>
    public static bool IsWhole(ReadOnlySpan<byte> json, int point, out AssemblyStamp? build)
    {
        build = null;
        try
        {
            var reader = new Utf8JsonReader(json);
            var found = false;
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                if (reader.ValueTextEquals("point"u8))
                {
                    reader.Read();
                    found = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value) && value == point;
                }
                else if (reader.ValueTextEquals("assembly"u8))
                {
                    build = ReadBuild(reader);
                }
            }

            return found;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads ahead, with a copy of the reader. A result is whole even when its build is not what it should be.</summary>
    private static AssemblyStamp? ReadBuild(Utf8JsonReader reader)
    {
        try
        {
            var build = JsonSerializer.Deserialize(ref reader, SweepJson.Readable.AssemblyStamp);
            return build is { Version: not null, ModuleId: not null } ? build : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
