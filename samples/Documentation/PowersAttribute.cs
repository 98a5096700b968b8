using System.Reflection;
using MultiRunner;

namespace Documentation;

#region own-attribute
/// <summary>The first powers of a number: 1, b, b², ...</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PowersAttribute(int number, int count) : Attribute, IAxisValues
{
    public IEnumerable<object?> GetValues(ParameterInfo parameter)
    {
        var power = 1;
        for (var i = 0; i < count; i++, power *= number)
            yield return power;
    }
}
#endregion
