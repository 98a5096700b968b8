using System.Reflection;
using MultiRunner.Grids;

namespace MultiRunner.Definition;

/// <summary>What is wrong with the rows of a sweep, so that one message names all of it.</summary>
/// <param name="kind">Where the values are written.</param>
internal sealed class RowProblems(RowKind kind)
{
    private readonly List<string> ofOtherLength = [];
    private readonly List<(string Row, string Parameter, Type Type, object? Value)> unconverted = [];

    /// <summary>A row has too few values, or too many.</summary>
    public void OtherLength(string row) => ofOtherLength.Add(row);

    /// <summary>A value does not convert to the type of its parameter, or to that of an item of its <c>params</c> parameter.</summary>
    public void Unconverted(string row, ParameterInfo parameter, Type type, object? value) =>
        unconverted.Add((row, parameter.Name!, type, value));

    /// <summary>Throws what is wrong.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="parameters">The parameters that have values of their own.</param>
    /// <exception cref="GridException">Something is wrong.</exception>
    public void Check(string sweep, IReadOnlyList<ParameterInfo> parameters)
    {
        List<string> problems = [];
        if (ofOtherLength.Count > 0)
            problems.Add(Messages.RowsOfOtherLength(sweep, kind.Noun, parameters, ofOtherLength));
        if (unconverted.Count > 0)
            problems.Add(Messages.ValuesDoNotConvert(sweep, unconverted));
        if (problems.Count > 0)
            throw new GridException(string.Join(' ', problems));
    }
}
