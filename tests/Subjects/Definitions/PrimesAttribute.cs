using System.Reflection;
using MultiRunner;

namespace Subjects;

/// <summary>An axis of the user's own.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PrimesAttribute(int count) : Attribute, IAxisValues
{
    public IEnumerable<object?> GetValues(ParameterInfo parameter) =>
        Enumerable.Range(2, int.MaxValue - 1).Where(n => Enumerable.Range(2, n - 2).All(d => n % d != 0)).Take(count).Cast<object?>();
}
