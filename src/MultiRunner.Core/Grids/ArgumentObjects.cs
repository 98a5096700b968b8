using System.Buffers;
using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MultiRunner.Grids;

/// <summary>
/// Objects as arguments, by System.Text.Json. What stands in them is written as it is when it stands alone. Their text has the names in
/// ordinal order, since that of reflection may change from one version of .NET to the next.
/// </summary>
internal static class ArgumentObjects
{
    // Readers of JSON know an object of a derived type by this name.
    private const string Discriminator = "$type";

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IncludeFields = true,
        AllowOutOfOrderMetadataProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsComputed } },
        Converters = { new ScalarConverters(), new ValueTupleConverters() },
    };

    /// <summary>Writes an object, and says whether JSON can carry it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The object.</param>
    /// <param name="declared">The type of its place. The name of another type is written, too, or it would look like one of this.</param>
    public static bool TryWrite(Utf8JsonWriter writer, object value, Type? declared)
    {
        JsonElement element;
        try
        {
            element = ToElement(value, declared);
        }
        catch (Exception e) when (!IsFatal(e))
        {
            return false;
        }

        CanonicalJson.Write(writer, element);
        return true;
    }

    /// <summary>The canonical text of an object.</summary>
    /// <exception cref="Exception">Whatever System.Text.Json, or a part of the object, throws.</exception>
    public static string Write(object value, Type? declared = null)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(buffer, CanonicalJson.Options))
            CanonicalJson.Write(writer, ToElement(value, declared));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads an object of a type.</summary>
    /// <exception cref="Exception">Whatever System.Text.Json, or a part of the object, throws.</exception>
    public static object? Read(string text, Type type) => JsonSerializer.Deserialize(text, type, Options);

    /// <summary>
    /// How many levels the JSON of an object has. Where the object cannot be written, these are the levels at which System.Text.Json gave
    /// up; it gives up at 64 if not before.
    /// </summary>
    public static int DepthOf(object value)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(buffer, CanonicalJson.Options))
        {
            try
            {
                JsonSerializer.Serialize(writer, value, value.GetType(), Options);
            }
            catch (Exception e) when (!IsFatal(e))
            {
                return writer.CurrentDepth;
            }
        }

        var depth = 0;
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                depth = Math.Max(depth, reader.CurrentDepth + 1);
        }

        return depth;
    }

    /// <summary>Whether an exception is none of an object's own.</summary>
    public static bool IsFatal(Exception e) => e is OutOfMemoryException;

    private static JsonElement ToElement(object value, Type? declared)
    {
        var type = value.GetType();
        var place = declared is null ? type : Nullable.GetUnderlyingType(declared) ?? declared;
        var element = JsonSerializer.SerializeToElement(value, HasNameFor(place, type) ? place : type, Options);
        if (place == type || value is IEnumerable || element.ValueKind != JsonValueKind.Object
            || element.TryGetProperty(Discriminator, out _))
            return element;
        var named = new Dictionary<string, JsonElement> { [Discriminator] = JsonSerializer.SerializeToElement(NameOf(type)) };
        foreach (var property in element.EnumerateObject())
            named[property.Name] = property.Value;
        return JsonSerializer.SerializeToElement(named);
    }

    /// <summary>
    /// Whether a type lists this derived type. For one that it does not list, System.Text.Json fails, or writes it as a base type without
    /// its own state.
    /// </summary>
    private static bool HasNameFor(Type type, Type derived) =>
        type.IsDefined(typeof(JsonDerivedTypeAttribute), inherit: false)
        && Options.GetTypeInfo(type).PolymorphismOptions?.DerivedTypes.Any(known => known.DerivedType == derived) == true;

    /// <summary>The name with its namespace. FullName would show the versions of the assemblies of type arguments.</summary>
    private static string NameOf(Type type) => type.ToString();

    /// <summary>
    /// A property that only computes something from the others is no part of the value: a change of its code makes no other value.
    /// </summary>
    private static void LeaveOutWhatIsComputed(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            var populated = property.ObjectCreationHandling ?? type.PreferredPropertyObjectCreationHandling;
            if (property is { Set: null, AssociatedParameter: null, IsExtensionData: false }
                && populated != JsonObjectCreationHandling.Populate)
                type.Properties.RemoveAt(i);
        }
    }
}
