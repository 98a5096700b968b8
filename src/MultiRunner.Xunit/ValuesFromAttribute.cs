using System.Reflection;
using MultiRunner.Definition;

namespace MultiRunner;

/// <summary>
/// The values of a parameter, computed by a static property, field or method without parameters:
/// <c>[ValuesFrom(nameof(Sizes))] int size</c>. Each value must convert to the type of the parameter without loss.
/// </summary>
/// <remarks>
/// The member may have any visibility. It is read once a process, also where several parameters or sweeps name it, and only as far as
/// 1,000,000 values, or <see cref="SweepTheoryAttribute.MaxPoints"/> if that is given. It must return the same values in every process.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class ValuesFromAttribute : Attribute, IAxisValues
{
    private readonly Type? type;
    private readonly string member;

    /// <summary>Takes the values from a member of the class of the test, or of one of its base classes. The nearest counts.</summary>
    /// <param name="member">The name of the member.</param>
    public ValuesFromAttribute(string member) => this.member = member;

    /// <summary>Takes the values from a member of another type, or of one of its base classes.</summary>
    /// <param name="type">The type.</param>
    /// <param name="member">The name of the member.</param>
    public ValuesFromAttribute(Type type, string member)
    {
        this.type = type;
        this.member = member;
    }

    /// <inheritdoc/>
    public IEnumerable<object?> GetValues(ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var axis = AxisName.Of(parameter);
        var found = ValuesLookup.Find(axis, type ?? parameter.Member.ReflectedType!, member);
        return MemberValues.Of(found).For(axis);
    }
}
