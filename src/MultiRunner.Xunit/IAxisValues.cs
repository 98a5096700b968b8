using System.Reflection;

namespace MultiRunner;

/// <summary>
/// Gives a parameter of a <see cref="SweepTheoryAttribute"/> method its values. Implement it on an attribute for parameters to
/// add an axis of your own; it must return the same values in every process.
/// </summary>
public interface IAxisValues
{
    /// <summary>The values of the axis, in order, each once. They are converted to the parameter's type where nothing is lost.</summary>
    /// <param name="parameter">The parameter that carries the attribute.</param>
    IEnumerable<object?> GetValues(ParameterInfo parameter);
}
