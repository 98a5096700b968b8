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
    private readonly ParameterInfo? list = method.GetParameters().LastOrDefault(p => p.IsDefined(typeof(ParamArrayAttribute)));
    private readonly RowProblems problems = new(kind);
    private int rows;

    /// <summary>
    /// The arguments of the parameters that have values of their own, so without those for tokens, made from the next row. They are of
    /// no use when <see cref="Check"/> throws.
    /// </summary>
    public object?[] Of(object?[] data)
    {
        var number = rows++;
        var refused = new List<(int At, Type Type, object? Value)>();
        var given = WithList(WithPlacesForTokens(data), refused);
        ConvertGoverned(given, refused);
        var row = testMethod.ResolveMethodArguments(given);
        if (row.Length != parameters.Length)
        {
            problems.OtherLength(kind.LengthOf(number, data));
            return [];
        }

        var arguments = new object?[valued.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (type, at) = (valued[i].ParameterType, valued[i].Position);
            var value = at < given.Length ? row[at] : DefaultValue.Of(valued[i], row[at]);
            if (refused.All(one => one.At != at) && !TryConvert(type, value, out arguments[i]))
                refused.Add((at, type, row[at]));
        }

        foreach (var (at, type, value) in refused.OrderBy(one => one.At))
            problems.Unconverted(kind.NameOf(number, data), parameters[at], type, value);
        return arguments;
    }

    /// <summary>Says what is wrong with the rows so far, all at once.</summary>
    /// <exception cref="GridException">A row does not fit the parameters.</exception>
    public void Check() => problems.Check(sweep, valued);

    private static bool TryConvert(Type type, object? value, out object? converted)
    {
        converted = value;
        return type.ContainsGenericParameters || ArgumentConverter.TryConvert(value, type, out converted);
    }

    /// <summary>
    /// Converts what xunit must not convert. Xunit goes by the operators of the types: they make 2 of 2.5m, and of a DateTime a
    /// DateTimeOffset with the offset of the machine. The rest is converted after xunit, which adds default values. Null stands for what
    /// does not convert.
    /// </summary>
    private void ConvertGoverned(object?[] given, List<(int At, Type Type, object? Value)> refused)
    {
        for (var i = 0; i < given.Length && i < parameters.Length; i++)
        {
            var type = parameters[i].ParameterType;
            if (given[i] is not { } value || !ArgumentConverter.Governs(value.GetType()) || !ArgumentConverter.Governs(type))
                continue;
            if (!TryConvert(type, value, out given[i]))
                refused.Add((i, type, value));
        }
    }

    /// <summary>
    /// The values at the end of a row as the array of a <c>params</c> parameter. Xunit would take only items that have its type already,
    /// and would throw an exception that names neither the row nor the parameter. Null stands for what does not convert.
    /// </summary>
    private object?[] WithList(object?[] given, List<(int At, Type Type, object? Value)> refused)
    {
        if (list is null)
            return given;
        if (list.ParameterType.ContainsGenericParameters)
            throw new GridException(Messages.ItemsOfAnOpenType(sweep, list));
        if (given.Length < parameters.Length)
            return given;

        // One value may be the array itself. An array may also be an item: a string[] is one of an object[], as for xunit.
        var itemType = list.ParameterType.GetElementType()!;
        object?[] values = given[list.Position..];
        var isWhole = values is [null]
            || (values is [Array one] && (one.GetType() == list.ParameterType || !itemType.IsInstanceOfType(one)));
        var type = isWhole ? list.ParameterType : itemType;
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (!TryConvert(type, value, out values[i]))
                refused.Add((list.Position, type, value));
        }

        return [.. given[..list.Position], isWhole ? values[0] : ArrayOf(itemType, values)];
    }

    private static Array ArrayOf(Type itemType, object?[] items)
    {
        var array = Array.CreateInstance(itemType, items.Length);
        for (var i = 0; i < items.Length; i++)
            array.SetValue(items[i], i);
        return array;
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
