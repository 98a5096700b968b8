namespace MultiRunner;

/// <summary>
/// A point beside the product of the axes, such as a baseline: <c>[AlsoRun("baseline", 0.0)]</c> on a method with two parameters. The
/// values need not be on the axes, and constraints do not apply to them.
/// </summary>
/// <remarks>
/// The values have the order of the parameters. Parameters at the end that have default values may be left out, and those of type
/// <see cref="CancellationToken"/> always are. These points come after those of the product, in the order in which they are written.
/// An override inherits them if it has none itself.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AlsoRunAttribute : Attribute
{
    /// <summary>A point.</summary>
    /// <param name="values">One value for each parameter.</param>
    public AlsoRunAttribute(params object?[]? values) => Values = values ?? [null];

    /// <summary>The values.</summary>
    internal object?[] Values { get; }
}
