using System.Reflection;
using MultiRunner.Definition;

namespace MultiRunner;

/// <summary>
/// The values of a parameter, one by one: <c>[Values(16, 64, 256)] int batchSize</c>. Without arguments, all values of a bool or
/// an enum. Each value must convert to the type of the parameter without loss.
/// </summary>
/// <remarks>
/// An attribute cannot hold a decimal, Int128, UInt128, BigInteger, date, time, Guid, Version or Uri. Write such a value as a string in
/// invariant culture, and a date in ISO 8601. A DateTime with an offset is converted to UTC, and a DateTimeOffset without one is UTC.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ValuesAttribute : Attribute, IAxisValues
{
    private readonly object?[] values;

    /// <summary>The values, each once. No value at all means all values of a bool or an enum.</summary>
    public ValuesAttribute(params object?[]? values) => this.values = values ?? [null];

    /// <inheritdoc/>
    public IEnumerable<object?> GetValues(ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return values.Length > 0 ? values : OwnValues.Of(parameter.ParameterType);
    }
}
