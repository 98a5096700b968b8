using System.Reflection;
using MultiRunner.Grids;

namespace MultiRunner.Definition.Rules;

/// <summary>What the attributes of a sweep method say about the combinations of its axes.</summary>
/// <param name="Constraints">What every combination must fulfil.</param>
/// <param name="Conditions">Which parameters do not always matter.</param>
internal sealed record SweepRules(IReadOnlyList<Predicate> Constraints, IReadOnlyList<Condition> Conditions)
{
    /// <summary>Reads the attributes.</summary>
    /// <param name="sweep">The sweep, for messages.</param>
    /// <param name="where">The name of a method that allows combinations, or null.</param>
    /// <param name="method">The sweep method.</param>
    /// <param name="axes">The axes of its parameters.</param>
    /// <param name="dimensions">What is made of the axes.</param>
    /// <exception cref="GridException">One of the attributes is wrong.</exception>
    public static SweepRules Of(
        string sweep, string? where, MethodInfo method, IReadOnlyList<Axis> axes, IReadOnlyList<Dimension> dimensions)
    {
        var whens = StatedWhen.AllOf(method);
        WhenCheck.CheckParameters(sweep, [.. axes.Select(axis => axis.Parameter)], dimensions, whens);
        var otherwise = OtherwiseValues.Of(sweep, method, axes, whens);
        var context = new RuleContext(sweep, method, axes, otherwise);
        WhenCheck.CheckQuestions(context, whens);
        return new SweepRules(Rules.Constraints.Of(context, where), Rules.Conditions.Of(context, whens, otherwise));
    }
}
