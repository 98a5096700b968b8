using System.Text.Json;

namespace MultiRunner.Format;

/// <summary>
/// Tells damage in a file from a fault of the program. A file that was cut off makes the parser throw a <see cref="JsonException"/>. Half
/// of a surrogate pair, or a byte that is no UTF-8, passes the parser, and whoever reads or compares that text later gets an
/// <see cref="InvalidOperationException"/>. The serializer turns that into a <see cref="JsonException"/>; <see cref="JsonDocument"/> and
/// <see cref="Utf8JsonReader"/> do not.
/// </summary>
internal static class JsonDamage
{
    /// <summary>Whether reading JSON threw this because the JSON is damaged. Nothing but JSON may be read where it is asked for.</summary>
    public static bool Is(Exception e) => e is JsonException or InvalidOperationException;
}
