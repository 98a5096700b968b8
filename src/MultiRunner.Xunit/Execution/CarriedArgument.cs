using System.ComponentModel;
using System.Globalization;
using Xunit.Sdk;

namespace MultiRunner.Execution;

/// <summary>
/// An argument of a type that xunit cannot serialise: Half, Int128, UInt128, an array of them, or an array of arrays or objects. This
/// takes its place where a test case goes from one process to another.
/// </summary>
internal sealed class CarriedArgument : IXunitSerializable
{
    private static readonly Dictionary<Type, Func<string, object>> Readers = new()
    {
        [typeof(Half)] = text => Half.Parse(text, CultureInfo.InvariantCulture),
        [typeof(Int128)] = text => Int128.Parse(text, CultureInfo.InvariantCulture),
        [typeof(UInt128)] = text => UInt128.Parse(text, CultureInfo.InvariantCulture),
    };

    private object? value;

    /// <summary>For xunit's deserialiser.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserialiser only.")]
    public CarriedArgument()
    {
    }

    private CarriedArgument(object value) => this.value = value;

    /// <summary>What is serialised for an argument.</summary>
    public static object? Wrap(object? argument) =>
        argument is not null && NeedsCarrying(argument.GetType()) ? new CarriedArgument(argument) : argument;

    /// <summary>The argument again.</summary>
    public static object? Unwrap(object? carried) => carried is CarriedArgument number ? number.value : carried;

    /// <inheritdoc/>
    public void Serialize(IXunitSerializationInfo info)
    {
        if (value is Array array)
        {
            info.AddValue("of", array.GetType().GetElementType()!.AssemblyQualifiedName);
            info.AddValue("items", array.Cast<object?>().Select(Wrap).ToArray());
        }
        else
        {
            info.AddValue("of", value!.GetType().AssemblyQualifiedName);
            info.AddValue("text", ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
        }
    }

    /// <inheritdoc/>
    public void Deserialize(IXunitSerializationInfo info)
    {
        var type = Type.GetType(info.GetValue<string>("of")!, throwOnError: true)!;
        if (info.GetValue<object?[]>("items") is not { } items)
        {
            value = Readers[type](info.GetValue<string>("text")!);
            return;
        }

        var array = Array.CreateInstance(type, items.Length);
        for (var i = 0; i < items.Length; i++)
            array.SetValue(Unwrap(items[i]), i);
        value = array;
    }

    private static bool NeedsCarrying(Type type)
    {
        if (!type.IsArray)
            return Readers.ContainsKey(type);
        var item = type.GetElementType()!;
        return item.IsArray || item == typeof(object) || Readers.ContainsKey(Nullable.GetUnderlyingType(item) ?? item);
    }
}
