using System.Reflection;
using MultiRunner.Grids;
using Xunit.v3;

namespace MultiRunner.Definition;

/// <summary>Makes the arguments of a point from a list of values, as a theory does.</summary>
/// <param name="sweep">The sweep, for messages.</param>
/// <param name="testMethod">Its method, as xunit knows it.</param>
/// <param name="method">Its method.</param>
/// <param name="kind">Where the values are written, for messages.</param>
internal sealed class RowArguments(string sweep, IXunitTestMethod testMethod, MethodInfo method, RowKind kind)
{
    private readonly ParameterInfo[] parameters = method.GetParameters();
    private readonly List<ParameterInfo> valued = [.. method.GetParameters().Where(p => !TokenParameters.Is(p))];
    private readonly RowProblems problems = new(kind);
    private int rows;

    /// <summary>
    /// The arguments of the parameters that have values of their own, so without those for tokens, made from the next row. They are of
    /// no use when <see cref="Check"/> throws.
    /// </summary>
    public object?[] Of(object?[] data)
    {
        var number = rows++;
        var given = WithPlacesForTokens(data);
        var refused = ConvertGoverned(given);
        var row = testMethod.ResolveMethodArguments(given);
        if (row.Length != parameters.Length)
        {
            problems.OtherLength(kind.LengthOf(number, data));
            return [];
        }

        var arguments = new object?[valued.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var parameter = valued[i];
            var at = parameter.Position;
            if (refused.TryGetValue(at, out var value))
                problems.Unconverted(kind.NameOf(number, data), parameter, value);
            else if (!TryConvert(parameter, at < given.Length ? row[at] : DefaultValue.Of(parameter, row[at]), out arguments[i]))
                problems.Unconverted(kind.NameOf(number, data), parameter, row[at]);
        }

        return arguments;
    }

    /// <summary>Says what is wrong with the rows so far, all at once.</summary>
    /// <exception cref="GridException">A row does not fit the parameters.</exception>
    public void Check() => problems.Check(sweep, valued);

    private static bool TryConvert(ParameterInfo parameter, object? value, out object? converted)
    {
        converted = value;
        return parameter.ParameterType.ContainsGenericParameters
            || ArgumentConverter.TryConvert(value, parameter.ParameterType, out converted);
    }

    /// <summary>
    /// Converts what xunit must not convert. Xunit goes by the operators of the types: they make 2 of 2.5m, and of a DateTime a
    /// DateTimeOffset with the offset of the machine. The rest is converted after xunit, which adds default values and arrays of params.
    /// </summary>
    /// <returns>The values that do not convert, by their places. Null stands for them in <paramref name="given"/>.</returns>
    private Dictionary<int, object?> ConvertGoverned(object?[] given)
    {
        var refused = new Dictionary<int, object?>();
        for (var i = 0; i < given.Length && i < parameters.Length; i++)
        {
            var governs = given[i] is { } value
                && ArgumentConverter.Governs(value.GetType())
                && ArgumentConverter.Governs(parameters[i].ParameterType);
            if (!governs || parameters[i].IsDefined(typeof(ParamArrayAttribute)))
                continue;
            if (!TryConvert(parameters[i], given[i], out var converted))
                refused.Add(i, given[i]);
            given[i] = converted;
        }

        return refused;
    }

    /// <summary>A row does not list tokens. One that does, because it was made for a theory, is taken all the same.</summary>
    private object?[] WithPlacesForTokens(object?[] data)
    {
        var tokens = parameters.Where(TokenParameters.Is).ToList();
        if (tokens.Count == 0)
            return [.. data];
        List<object?> given = [.. data.Where(value => value is not CancellationToken)];
        foreach (var token in tokens.Where(token => token.Position <= given.Count))
            given.Insert(token.Position, null);
        return [.. given];
    }
}
