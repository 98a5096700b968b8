using MultiRunner.Grids;

namespace MultiRunner.Definition.Rules;

/// <summary>When the parameters of a sweep method matter.</summary>
internal static class Conditions
{
    /// <summary>One condition for each parameter that has a <c>[When]</c>.</summary>
    /// <param name="context">The sweep method.</param>
    /// <param name="whens">Its attributes, which have been checked.</param>
    /// <param name="otherwise">The values of these parameters where they do not matter.</param>
    /// <exception cref="GridException">One of them is wrong.</exception>
    public static IReadOnlyList<Condition> Of(
        RuleContext context, IReadOnlyList<StatedWhen> whens, IReadOnlyDictionary<int, object?> otherwise)
    {
        var terms = whens.Select(when => (When: when, Predicate: PredicateOf(context, when))).ToList();
        var circular = terms.Where(t => t.Predicate.Parameters.Contains(context.PositionOf(t.When.Parameter)))
            .Select(t => t.When)
            .ToList();
        if (circular.Count > 0)
            throw new GridException(Messages.WhenAboutItself(context.Sweep, circular));
        var unmet = terms.Where(t => !t.When.IsInherited && t.When.Attribute.Limits.Count > 0 && !context.MayHold(t.Predicate))
            .Select(t => (t.When, t.Predicate.Parameters[0]))
            .Select(t => (t.When, context.Parameters[t.Item2], context.ValuesOf(t.Item2)))
            .ToList();
        if (unmet.Count > 0)
            throw new GridException(Messages.LimitNeverMet(context.Sweep, unmet));
        return [.. terms.GroupBy(t => t.When.Parameter).Select(group => ConditionOf([.. group]))];

        Condition ConditionOf(IReadOnlyList<(StatedWhen When, Predicate Predicate)> all)
        {
            var parameter = all[0].When.Parameter;
            var name = $"[{string.Join(", ", all.Select(t => $"When({t.When.Arguments})"))}] on {parameter}";
            var position = context.PositionOf(parameter);
            return new Condition(position, Predicate.All(name, [.. all.Select(t => t.Predicate)]), otherwise[position]);
        }
    }

    private static Predicate PredicateOf(RuleContext context, StatedWhen when)
    {
        var position = context.PositionOf(when.Attribute.Name);
        if (position < 0)
            return MethodPredicate.Of(context, when.Text, when.Text, when.Attribute.Name);
        var values = when.Compares ? when.Attribute.Values : [true];
        var allowed = values.Count > 0 ? context.SetOf(position, values.Select(Converted)) : null;
        List<Limit> limits = [.. when.Attribute.Limits.Select(limit => new Limit(limit.Name, Converted(limit.Limit)!))];
        return new Predicate(
            when.Text, [position], of => allowed?.Contains(of[0]) != false && limits.TrueForAll(limit => limit.Admits(of[0])));

        object? Converted(object? value) => context.TryConvert(position, value, out var converted) ? converted : value;
    }
}
