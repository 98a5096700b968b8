using System.ComponentModel;
using System.Runtime.CompilerServices;
using MultiRunner.Grids;
using Xunit.Sdk;

namespace MultiRunner.Execution;

/// <summary>
/// An argument of a type that xunit cannot serialise: Half, Int128, UInt128, an object, a tuple, an array of them, or an array of arrays
/// or objects. This takes its place where a test case goes from one process to another: with the type and the JSON of a value, and with
/// the items of an array or a tuple one by one, since each may be of a type of its own.
/// </summary>
internal sealed class CarriedArgument : IXunitSerializable
{
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
    public static object? Unwrap(object? carried) => carried is CarriedArgument argument ? argument.value : carried;

    /// <inheritdoc/>
    public void Serialize(IXunitSerializationInfo info)
    {
        var type = value!.GetType();
        info.AddValue("type", type.AssemblyQualifiedName);
        if (value is Array array)
            info.AddValue("items", array.Cast<object?>().Select(Wrap).ToArray());
        else if (ValueTuples.Is(type))
            info.AddValue("items", ValueTuples.Items((ITuple)value).Select(Wrap).ToArray());
        else
            info.AddValue("json", ArgumentJson.TryFormat(value));
    }

    /// <inheritdoc/>
    public void Deserialize(IXunitSerializationInfo info)
    {
        var type = Type.GetType(info.GetValue<string>("type")!, throwOnError: true)!;
        if (info.GetValue<object?[]>("items") is not { } carried)
        {
            value = ArgumentObjects.Read(info.GetValue<string>("json")!, type);
            return;
        }

        object?[] items = [.. carried.Select(Unwrap)];
        if (!type.IsArray)
        {
            value = ValueTuples.Create(type, items);
            return;
        }

        var array = Array.CreateInstance(type.GetElementType()!, items.Length);
        for (var i = 0; i < items.Length; i++)
            array.SetValue(items[i], i);
        value = array;
    }

    private static bool NeedsCarrying(Type type)
    {
        if (type.IsArray)
            return type.GetElementType() is { IsArray: true } || NeedsCarrying(type.GetElementType()!);
        var item = Nullable.GetUnderlyingType(type) ?? type;
        return item == typeof(Half) || item == typeof(Int128) || item == typeof(UInt128) || !ArgumentConverter.Governs(item);
    }
}
