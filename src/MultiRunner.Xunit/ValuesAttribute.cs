using System.Reflection;

namespace MultiRunner;

/// <summary>The values of a parameter, one by one: <c>[Values(16, 64, 256)] int batchSize</c>.</summary>
/// <remarks>A decimal, date, time, Guid, Version or Uri, which attributes cannot hold, is written as a string in invariant culture.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ValuesAttribute : Attribute, IAxisValues
{
    private readonly object?[] values;

    /// <summary>The values, at least one, each once.</summary>
    public ValuesAttribute(params object?[]? values) => this.values = values ?? [null];

    /// <inheritdoc/>
    public IEnumerable<object?> GetValues(ParameterInfo parameter) => values;
}
