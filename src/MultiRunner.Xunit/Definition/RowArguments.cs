using System.Reflection;
using MultiRunner.Grids;
using Xunit.v3;

namespace MultiRunner.Definition;

/// <summary>Makes the arguments of a point from a row of a data attribute, as a theory does.</summary>
/// <param name="sweep">The sweep, for messages.</param>
/// <param name="testMethod">Its method, as xunit knows it.</param>
/// <param name="method">Its method.</param>
internal sealed class RowArguments(string sweep, IXunitTestMethod testMethod, MethodInfo method)
{
    private readonly ParameterInfo[] parameters = method.GetParameters();

    /// <summary>The arguments of the parameters that have values of their own, so without those for tokens.</summary>
    /// <exception cref="GridException">The row does not fit the parameters.</exception>
    public object?[] Of(object?[] data)
    {
        var given = WithPlacesForTokens(data);

        // Before xunit, which converts by the operators of the types: they make 2 of 2.5m, and of a DateTime a DateTimeOffset
        // with the offset of the machine. After xunit, too, for it adds default values and arrays of params.
        for (var i = 0; i < given.Length && i < parameters.Length; i++)
        {
            var governs = given[i] is { } value
                && ArgumentConverter.Governs(value.GetType())
                && ArgumentConverter.Governs(parameters[i].ParameterType);
            if (governs && !parameters[i].IsDefined(typeof(ParamArrayAttribute)))
                given[i] = Convert(parameters[i], given[i]);
        }

        var row = testMethod.ResolveMethodArguments(given);
        var valued = parameters.Where(p => !TokenParameters.Is(p)).ToList();
        if (row.Length != parameters.Length)
            throw new GridException(Messages.RowOfOtherLength(sweep, valued.Count, data));
        return [.. valued.Select(p => Convert(p, p.Position < given.Length ? row[p.Position] : Default(p, row[p.Position])))];
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

    /// <summary>Reflection says null where the code says <c>Guid id = default</c>.</summary>
    private static object? Default(ParameterInfo parameter, object? value) =>
        value is null && parameter.ParameterType is { IsValueType: true, ContainsGenericParameters: false } type
            ? Activator.CreateInstance(type)
            : value;

    private object? Convert(ParameterInfo parameter, object? value)
    {
        var type = parameter.ParameterType;
        return type.ContainsGenericParameters ? value
            : ArgumentConverter.TryConvert(value, type, out var converted) ? converted
            : throw new GridException(Messages.ValueDoesNotConvert(sweep, parameter, value));
    }
}
