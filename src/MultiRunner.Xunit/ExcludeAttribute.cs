namespace MultiRunner;

/// <summary>
/// Takes combinations out of the grid of a <see cref="SweepTheoryAttribute"/> method: <c>[Exclude("layers", 0, "width", 64)]</c> excludes
/// every point with 0 layers and width 64, whatever its other arguments are. Several of these attributes exclude what each of them
/// excludes.
/// </summary>
/// <remarks>
/// An array stands for each of its values: <c>[Exclude("layers", 0, "width", new[] { 32, 64 })]</c>. The values are those of the axes, and
/// are converted as those of <see cref="ValuesAttribute"/>. The points that stay keep their results. An override that has no such
/// attribute inherits those of the method that it overrides. What values cannot say, <see cref="SweepTheoryAttribute.Where"/> says by
/// code.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ExcludeAttribute : Attribute
{
    /// <summary>Excludes the points that have all of these values.</summary>
    /// <param name="items">The name of a parameter, its value, the name of another parameter, its value, and so on.</param>
    public ExcludeAttribute(params object?[]? items) => Items = items ?? [null];

    internal IReadOnlyList<object?> Items { get; }
}
