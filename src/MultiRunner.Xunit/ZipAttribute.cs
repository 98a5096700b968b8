namespace MultiRunner;

/// <summary>
/// Walks the axes of two or more parameters in step: their first values belong together, then their second values, and so on. They need
/// equally many values. Several groups are crossed with one another and with all other parameters.
/// </summary>
/// <example>
/// Two points for each seed: a width of 64 with a depth of 2, and a width of 128 with a depth of 4.
/// <code>
/// [SweepTheory]
/// public double Train([Values(64, 128), Zip] int width, [Values(2, 4), Zip] int depth, [Repeats(3)] int seed) => ...
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ZipAttribute : Attribute
{
    /// <summary>Puts the parameter into the group without a name.</summary>
    public ZipAttribute()
        : this("")
    {
    }

    /// <summary>Puts the parameter into a group.</summary>
    /// <param name="group">The name of the group, whose case counts.</param>
    public ZipAttribute(string group) => Group = group ?? "";

    /// <summary>The group.</summary>
    internal string Group { get; }
}
