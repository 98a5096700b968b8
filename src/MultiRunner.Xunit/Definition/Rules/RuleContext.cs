using System.Reflection;
using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;

namespace MultiRunner.Definition.Rules;

/// <summary>A sweep method whose parameters have axes, as its attributes see it that take combinations out.</summary>
internal sealed class RuleContext
{
    private readonly IReadOnlyList<Axis> axes;
    private readonly IReadOnlyDictionary<int, object?> otherwise;
    private readonly Dictionary<int, ValueSet> possible = [];

    /// <param name="sweep">The sweep, for messages.</param>
    /// <param name="method">The method.</param>
    /// <param name="axes">The axes of its parameters.</param>
    /// <param name="otherwise">The values of those that do not always matter, where they do not, by position.</param>
    public RuleContext(string sweep, MethodInfo method, IReadOnlyList<Axis> axes, IReadOnlyDictionary<int, object?> otherwise)
    {
        Sweep = sweep;
        Method = method;
        this.axes = axes;
        this.otherwise = otherwise;
        Parameters = [.. axes.Select(axis => axis.Parameter)];
    }

    /// <summary>The sweep, for messages.</summary>
    public string Sweep { get; }

    /// <summary>The method.</summary>
    public MethodInfo Method { get; }

    /// <summary>The class that is tested. It may inherit the method.</summary>
    public Type Class => Method.ReflectedType!;

    /// <summary>Its parameters that have axes.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The position of the parameter with a name, or -1.</summary>
    public int PositionOf(object? name)
    {
        for (var i = 0; i < Parameters.Count; i++)
        {
            if (name is string text && Parameters[i].Name == text)
                return i;
        }

        return -1;
    }

    /// <summary>Converts a value as that of an axis of the parameter.</summary>
    public bool TryConvert(int position, object? value, out object? converted)
    {
        converted = value;
        var type = Parameters[position].Type;
        return type.ContainsGenericParameters || ArgumentConverter.TryConvert(value, type, out converted);
    }

    /// <summary>
    /// Whether the parameter has a value in any combination. Of values that are drawn it is only known between which ends they are.
    /// </summary>
    public bool MayBe(int position, object? value)
    {
        if (axes[position].Distribution is { } distribution && IsBetween(distribution, value))
            return true;
        if (!possible.TryGetValue(position, out var values))
            possible[position] = values = SetOf(position, ValuesOf(position));
        return values.Contains(value);
    }

    /// <summary>
    /// Whether what is asked about one parameter is so for any of its values. Of values that are drawn this is not known, and counts as
    /// so.
    /// </summary>
    public bool MayHold(Predicate predicate)
    {
        var position = predicate.Parameters[0];
        return axes[position].Distribution is not null || ValuesOf(position).Any(value => predicate.Holds([value]));
    }

    /// <summary>Some values of a parameter.</summary>
    public ValueSet SetOf(int position, IEnumerable<object?> values) => new(values, ValuesOf(position));

    /// <summary>All values that a parameter can have, as far as they are listed.</summary>
    public IEnumerable<object?> ValuesOf(int position) =>
        otherwise.TryGetValue(position, out var value) ? axes[position].Values.Append(value) : axes[position].Values;

    private static bool IsBetween(IDistribution distribution, object? value) =>
        value is not IComparable number
        || (number.CompareTo(distribution.At(0)) >= 0 && number.CompareTo(distribution.At(Math.BitDecrement(1.0))) <= 0);
}
