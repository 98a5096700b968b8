namespace MultiRunner;

/// <summary>
/// Says when a parameter matters. Where it does not, it has one value instead of all of its axis, so that what would be the same
/// experiment several times is one point: <c>[Values(16, 64), When("layers", Above = 0)] int width</c>.
/// </summary>
/// <remarks>
/// The one value is <see cref="Otherwise"/>, or else the default value of the parameter in the code, or else the first value of its axis.
/// Several of these attributes on a parameter must all hold. A condition sees the other parameters as they are in the point: one that does
/// not matter has its one value. An override inherits the attributes of each parameter for which it has none itself.
/// </remarks>
/// <example>
/// Without layers there is one point, and not three.
/// <code>
/// [SweepTheory]
/// public double Train([Values(0, 1, 2)] int layers, [Values(16, 32, 64)][When(nameof(layers), Above = 0)] int width)
///     => Net.Train(layers, width);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class WhenAttribute : Attribute
{
    private readonly List<(string Name, object? Limit)> limits = [];
    private object? otherwise;

    /// <summary>Says what another parameter must be, or that a method must answer true.</summary>
    /// <param name="name">
    /// The name of another parameter. If no parameter has the name, it is the name of a static method of the class or of a base class that
    /// answers true or false. The method has parameters of the sweep as its own, by name.
    /// </param>
    /// <param name="values">
    /// What the other parameter must be: one of these values. Without any, and without a limit, the other parameter is a bool and must
    /// be true.
    /// </param>
    public WhenAttribute(string name, params object?[]? values)
    {
        Name = name;
        Values = values ?? [null];
    }

    /// <summary>The other parameter must be greater than this.</summary>
    public object? Above
    {
        get => LimitOf(nameof(Above));
        set => limits.Add((nameof(Above), value));
    }

    /// <summary>The other parameter must be this or greater.</summary>
    public object? AtLeast
    {
        get => LimitOf(nameof(AtLeast));
        set => limits.Add((nameof(AtLeast), value));
    }

    /// <summary>The other parameter must be less than this.</summary>
    public object? Below
    {
        get => LimitOf(nameof(Below));
        set => limits.Add((nameof(Below), value));
    }

    /// <summary>The other parameter must be this or less.</summary>
    public object? AtMost
    {
        get => LimitOf(nameof(AtMost));
        set => limits.Add((nameof(AtMost), value));
    }

    /// <summary>
    /// The value of the parameter where it does not matter. It need not be a value of its axis. Default: the default value of the
    /// parameter in the code if it has one, or else the first value of its axis.
    /// </summary>
    public object? Otherwise
    {
        get => otherwise;
        set
        {
            otherwise = value;
            HasOtherwise = true;
        }
    }

    internal string Name { get; }

    internal IReadOnlyList<object?> Values { get; }

    internal IReadOnlyList<(string Name, object? Limit)> Limits => limits;

    internal bool HasOtherwise { get; private set; }

    private object? LimitOf(string name) => limits.Find(limit => limit.Name == name).Limit;
}
