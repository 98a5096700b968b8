using System.Reflection;

namespace MultiRunner;

/// <summary>
/// Gives a parameter of a <see cref="SweepTheoryAttribute"/> method its values. Implement it on an attribute for parameters to
/// add an axis of your own; it must return the same values in every process. Several such attributes on one parameter give it the
/// values of all, in the order in which they are written. An override inherits them for each parameter that has none of its own.
/// </summary>
public interface IAxisValues
{
    /// <summary>The values of the axis, in order, each once. They are converted to the parameter's type where nothing is lost.</summary>
    /// <param name="parameter">The parameter of the sweep; it carries the attribute itself or inherits it.</param>
    IEnumerable<object?> GetValues(ParameterInfo parameter);
}
