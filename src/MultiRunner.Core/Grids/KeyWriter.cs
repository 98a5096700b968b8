using System.Buffers;
using System.Text;
using System.Text.Json;

namespace MultiRunner.Grids;

/// <summary>
/// Makes the keys of the points of one sweep. A key is an object of the arguments by name, in ordinal order of the names, so that it
/// stays the same when the parameters are put into another order. What is the same for all points is prepared once.
/// </summary>
internal sealed class KeyWriter : IDisposable
{
    // The objects of an axis come back at each of its points. Those of rows do not, and are not all kept.
    private const int Most = 10_000;

    private readonly string sweep;
    private readonly IReadOnlyList<Parameter> parameters;
    private readonly int[] order;
    private readonly JsonEncodedText[] names;
    private readonly Dictionary<object, Argument>?[] known;
    private readonly ArrayBufferWriter<byte> buffer = new(256);
    private readonly Utf8JsonWriter writer;

    public KeyWriter(string sweep, IReadOnlyList<Parameter> parameters)
    {
        this.sweep = sweep;
        this.parameters = parameters;
        order = [.. Enumerable.Range(0, parameters.Count).OrderBy(i => parameters[i].Name, StringComparer.Ordinal)];
        names = [.. parameters.Select(p => JsonEncodedText.Encode(p.Name, CanonicalJson.Options.Encoder))];
        known = new Dictionary<object, Argument>?[parameters.Count];
        writer = new Utf8JsonWriter(buffer, CanonicalJson.Options);
    }

    /// <summary>The key of a point.</summary>
    /// <exception cref="GridException">An argument cannot be carried by JSON.</exception>
    public string KeyOf(IReadOnlyList<object?> arguments)
    {
        buffer.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        foreach (var i in order)
        {
            writer.WritePropertyName(names[i]);
            if (ArgumentJson.TryWriteScalar(writer, arguments[i]))
                continue;
            writer.WriteRawValue(Known(i, arguments[i]!).Text, skipInputValidation: true);
        }

        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>
    /// The arguments of a point as they are when its key is made. Those that the user's code holds and could change are copied.
    /// </summary>
    /// <exception cref="GridException">An argument cannot be carried by JSON.</exception>
    public object?[] OwnedOf(object?[] arguments)
    {
        if (Array.TrueForAll(arguments, ArgumentJson.IsScalar))
            return arguments;
        object?[] owned = [.. arguments];
        for (var i = 0; i < owned.Length; i++)
        {
            if (!ArgumentJson.IsScalar(owned[i]))
                owned[i] = Known(i, owned[i]!).Copy;
        }

        return owned;
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    /// <summary>The text and a copy of an array, a tuple or an object, which is looked at closely only once.</summary>
    private Argument Known(int parameter, object value)
    {
        var arguments = known[parameter] ??= new(ReferenceEqualityComparer.Instance);
        if (arguments.TryGetValue(value, out var argument))
            return argument;
        ArgumentCheck.Check(sweep, parameters[parameter], value);
        var text = ArgumentJson.TryFormat(value, parameters[parameter].Type)
            ?? throw ArgumentCheck.NotWritten(sweep, parameters[parameter], value);
        argument = new Argument(Encoding.UTF8.GetBytes(text), ArgumentCopy.Of(value));
        if (arguments.Count < Most)
            arguments.Add(value, argument);
        return argument;
    }

    private readonly record struct Argument(byte[] Text, object? Copy);
}
