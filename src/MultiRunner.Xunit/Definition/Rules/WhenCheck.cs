using MultiRunner.Grids;

namespace MultiRunner.Definition.Rules;

/// <summary>Finds what is wrong with the <c>[When]</c> of a sweep method.</summary>
internal static class WhenCheck
{
    /// <summary>Looks at the parameters that have the attribute.</summary>
    /// <exception cref="GridException">One of them always matters.</exception>
    public static void CheckParameters(
        string sweep, IReadOnlyList<Parameter> parameters, IReadOnlyList<Dimension> dimensions, IReadOnlyList<StatedWhen> whens)
    {
        if (whens.Where(when => parameters.All(p => p.Name != when.Parameter)).ToList() is { Count: > 0 } withoutAxis)
            throw new GridException(Messages.WhenWithoutAxis(sweep, withoutAxis));
        var inStep = dimensions.Where(d => d.Parameters.Count > 1)
            .SelectMany(d => d.Parameters)
            .Select(p => parameters[p].Name)
            .ToHashSet();
        if (whens.Where(when => inStep.Contains(when.Parameter)).ToList() is { Count: > 0 } zipped)
            throw new GridException(Messages.WhenInStep(sweep, zipped));
    }

    /// <summary>Looks at what the attributes ask.</summary>
    /// <exception cref="GridException">One of them asks nothing, or about something that is not there.</exception>
    public static void CheckQuestions(RuleContext context, IReadOnlyList<StatedWhen> whens)
    {
        var sweep = context.Sweep;
        var all = whens.Select(when => (When: when, Position: context.PositionOf(when.Attribute.Name))).ToList();
        if (all.Where(w => w.Position < 0 && !IsMethod(context, w.When)).ToList() is { Count: > 0 } unknown)
            throw new GridException(Messages.WhenOfUnknown(sweep, [.. unknown.Select(w => w.When)], context.Parameters));
        var about = all.Where(w => w.Position >= 0).ToList();
        if (about.Where(w => !w.When.Compares && !IsBool(TypeOf(w.Position))).ToList() is { Count: > 0 } empty)
            throw new GridException(Messages.WhenWithoutQuestion(sweep, WithParameters(empty)));
        var unordered = about
            .Where(w => w.When.Attribute.Limits.Any(limit => limit.Limit is null || !Limit.HasOrder(TypeOf(w.Position))))
            .ToList();
        if (unordered.Count > 0)
            throw new GridException(Messages.LimitWithoutOrder(sweep, WithParameters(unordered)));
        var limits = about.SelectMany(w => w.When.Attribute.Limits.Select(limit => (w.When, w.Position, limit.Limit)));
        var wrong = limits.Where(l => !context.TryConvert(l.Position, l.Limit, out _))
            .Select(l => new StatedValue(l.When.Text, context.Parameters[l.Position], l.Limit))
            .ToList();
        if (wrong.Count > 0)
            throw new GridException(Messages.ValuesDoNotConvert(sweep, wrong));
        ValueCheck.Check(
            context,
            about.SelectMany(w => w.When.Attribute.Values.Select(value => (w.When.Text, w.When.IsInherited, w.Position, value))));

        Type TypeOf(int position) => context.Parameters[position].Type;

        List<(StatedWhen When, Parameter Parameter)> WithParameters(IEnumerable<(StatedWhen When, int Position)> some) =>
            [.. some.Select(w => (w.When, context.Parameters[w.Position]))];
    }

    private static bool IsMethod(RuleContext context, StatedWhen when) =>
        !when.Compares && MemberLookup.Exists(context.Class, when.Attribute.Name);

    private static bool IsBool(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool);
}
