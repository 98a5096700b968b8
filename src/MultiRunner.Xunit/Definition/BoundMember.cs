using System.Reflection;
using MultiRunner.Grids;

namespace MultiRunner.Definition;

/// <summary>A static method of the user's whose parameters are parameters of the sweep.</summary>
internal sealed class BoundMember
{
    private readonly string sweep;
    private readonly MemberRule rule;
    private readonly MethodInfo method;
    private readonly MethodInvoker invoker;
    private readonly IReadOnlyList<Parameter> parameters;
    private readonly bool getsObjects;

    public BoundMember(string sweep, MemberRule rule, MethodInfo method, IReadOnlyList<Parameter> all, int[] positions)
    {
        this.sweep = sweep;
        this.rule = rule;
        this.method = method;
        Positions = positions;
        parameters = [.. positions.Select(position => all[position])];
        getsObjects = parameters.Any(parameter => !ArgumentConverter.Governs(parameter.Type));
        invoker = MethodInvoker.Create(method);
        Invoke = Call;
    }

    /// <summary>"Training.Fits", for messages.</summary>
    public string Name => MethodName.Of(method);

    /// <summary>For each parameter of the method, the position of the sweep's parameter that has its name.</summary>
    public IReadOnlyList<int> Positions { get; }

    /// <summary>
    /// Calls the method. It gets the values of its own parameters, in the order of <see cref="Positions"/>, and copies of those that it
    /// could change. What the method throws becomes a <see cref="GridException"/> that names the values.
    /// </summary>
    public Func<object?[], object?> Invoke { get; }

    /// <summary>The values that <see cref="Invoke"/> needs, out of the values of all parameters of the sweep.</summary>
    public object?[] ValuesOf(IReadOnlyList<object?> arguments)
    {
        var values = new object?[Positions.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = arguments[Positions[i]];
        return values;
    }

    /// <summary>"depth: 3, width: 64", for messages.</summary>
    public string Describe(object?[] values) => new PointDisplay(parameters).Of(values);

    private object? Call(object?[] values)
    {
        try
        {
            return invoker.Invoke(null, (getsObjects ? Array.ConvertAll(values, ArgumentCopy.Of) : values).AsSpan());
        }
        catch (Exception e)
        {
            throw new GridException(MemberMessages.Threw(sweep, rule, Name, Describe(values), e.Innermost()));
        }
    }
}
