using System.Reflection;

namespace MultiRunner;

/// <summary>
/// Gives a parameter of a <see cref="SweepTheoryAttribute"/> method its values. Implement it on an attribute for parameters to
/// add an axis of your own. The attribute must return the same values in every process. A parameter with several such attributes has
/// the values of all of them, in the order in which they are written. An override inherits them for each parameter that has none itself.
/// </summary>
/// <example>
/// <code>
/// [AttributeUsage(AttributeTargets.Parameter)]
/// public sealed class PowersOfTwoAttribute(int count) : Attribute, IAxisValues
/// {
///     public IEnumerable&lt;object?&gt; GetValues(ParameterInfo parameter)
///         => Enumerable.Range(0, count).Select(i => (object?)(1L &lt;&lt; i));
/// }
/// </code>
/// </example>
public interface IAxisValues
{
    /// <summary>
    /// The values of the axis, in order, each once. Each is converted to the type of the parameter. A value that would change by that is
    /// an error, and so are more than 1,000,000 values, or than <see cref="SweepTheoryAttribute.MaxPoints"/> if that is given.
    /// </summary>
    /// <param name="parameter">The parameter of the sweep, which has the attribute itself or inherits it.</param>
    IEnumerable<object?> GetValues(ParameterInfo parameter);
}
