namespace MultiRunner.Definition.Rules;

/// <summary>Finds values in attributes that no parameter has.</summary>
internal static class ValueCheck
{
    /// <summary>Looks at all of them.</summary>
    /// <param name="context">The sweep method.</param>
    /// <param name="values">
    /// The attribute, whether it is inherited, the position of the parameter, and the value. An override may have fewer values than the
    /// method whose attributes it inherits.
    /// </param>
    /// <exception cref="GridException">A value does not convert, or its parameter never has it.</exception>
    public static void Check(
        RuleContext context, IEnumerable<(string Source, bool IsInherited, int Position, object? Value)> values)
    {
        var inconvertible = new List<StatedValue>();
        var strange = new List<(StatedValue, IEnumerable<object?>)>();
        foreach (var (source, isInherited, position, value) in values)
        {
            var stated = new StatedValue(source, context.Parameters[position], value);
            if (!context.TryConvert(position, value, out var converted))
                inconvertible.Add(stated);
            else if (!isInherited && !context.MayBe(position, converted))
                strange.Add((stated, context.ValuesOf(position)));
        }

        if (inconvertible.Count > 0)
            throw new GridException(Messages.ValuesDoNotConvert(context.Sweep, inconvertible));
        if (strange.Count > 0)
            throw new GridException(Messages.ValuesOnNoAxis(context.Sweep, strange));
    }
}
