using System.Reflection;

namespace MultiRunner.Definition;

/// <summary>Finds what is wrong with the <c>[Repeats(n)]</c> of a sweep method.</summary>
internal static class RepeatsCheck
{
    /// <summary>Looks at all parameters.</summary>
    /// <exception cref="GridException">One of them has a number of repeats that cannot be, or with which it can do nothing.</exception>
    public static void Check(string sweep, IReadOnlyList<ParameterInfo> parameters)
    {
        var counted = parameters.Select(p => (Parameter: p, Axis: AxisAttributes.Of(p)))
            .Where(p => p.Axis.RepeatCount is not null)
            .ToList();
        if (counted.Where(p => p.Axis.RepeatCount < 1).ToList() is { Count: > 0 } tooFew)
            throw new GridException(Messages.TooFewRepeats(sweep, [.. tooFew.Select(p => (p.Parameter, p.Axis.RepeatCount!.Value))]));
        if (counted.Where(p => p.Axis.Values.Count > 1).ToList() is { Count: > 0 } mixed)
            throw new GridException(Messages.RepeatsAndValues(sweep, [.. mixed.Select(p => (p.Parameter, p.Axis.Values))]));
        if (counted.Select(p => p.Parameter).Where(p => !IntegerTypes.Include(p.ParameterType)).ToList() is { Count: > 0 } others)
            throw new GridException(Messages.RepeatsOfNoInteger(sweep, others));
    }
}
