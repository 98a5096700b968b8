using Xunit.Sdk;

namespace MultiRunner.Execution;

/// <summary>
/// Serialises the arguments of a test case with a <see cref="CarriedArgument"/> in the place of what xunit cannot serialise.
/// </summary>
internal sealed class CarriedArguments(IXunitSerializationInfo info) : IXunitSerializationInfo
{
    /// <inheritdoc/>
    public void AddValue(string key, object? value, Type? valueType) =>
        info.AddValue(key, IsArguments(value, out var arguments) ? arguments.Select(CarriedArgument.Wrap).ToArray() : value, valueType);

    /// <inheritdoc/>
    public object? GetValue(string key) =>
        info.GetValue(key) is var value && IsArguments(value, out var arguments)
            ? arguments.Select(CarriedArgument.Unwrap).ToArray()
            : value;

    private static bool IsArguments(object? value, out object?[] arguments)
    {
        arguments = value?.GetType() == typeof(object[]) ? (object?[])value : [];
        return arguments.Length > 0;
    }
}
