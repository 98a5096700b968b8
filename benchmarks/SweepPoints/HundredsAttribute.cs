using System.Globalization;
using System.Reflection;
using MultiRunner;

namespace SweepPoints;

/// <summary>The hundreds of the number of points that MANY_POINTS asks for; one hundred by default.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HundredsAttribute : Attribute, IAxisValues
{
    /// <inheritdoc/>
    public IEnumerable<object?> GetValues(ParameterInfo parameter)
    {
        var points = int.Parse(Environment.GetEnvironmentVariable("MANY_POINTS") ?? "100", CultureInfo.InvariantCulture);
        return Enumerable.Range(0, points / 100).Cast<object?>();
    }
}
