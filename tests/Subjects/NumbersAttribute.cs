using System.Globalization;
using System.Reflection;
using MultiRunner;

namespace Subjects;

/// <summary>As many numbers as the test sets, times a share: the first ones that a divisor does not divide.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NumbersAttribute(int divisor, double share) : Attribute, IAxisValues
{
    public IEnumerable<object?> GetValues(ParameterInfo parameter)
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("SUBJECTS_POINTS") ?? "4", CultureInfo.InvariantCulture);
        return Enumerable.Range(1, int.MaxValue).Where(n => n % divisor != 0).Take((int)(share * count)).Cast<object?>();
    }
}
