using MultiRunner.Format;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Reports.Comparing;

/// <summary>Whether two sides are states of one sweep.</summary>
internal static class SweepDifferences
{
    /// <summary>Looks for whatever makes them two different sweeps.</summary>
    /// <exception cref="ComparisonException">There is something, and all of it is named.</exception>
    public static void Check(ComparedSide before, ComparedSide after, ParameterMatch parameters, MetricChoice choice)
    {
        var problems = new List<string>();
        if (before.Manifest.Sweep != after.Manifest.Sweep)
            problems.Add($"the method is '{before.Manifest.Sweep}' before and '{after.Manifest.Sweep}' after");
        problems.AddRange(parameters.Problems);
        var isObjectiveMeant = choice == MetricChoice.Own;
        if (isObjectiveMeant
            && before.Manifest.Objective is { } old && after.Manifest.Objective is { } objective
            && !IsSame(old, objective))
        {
            problems.Add($"the objective is {Text(old)} before and {Text(objective)} after, so name one by --maximize or --minimize");
        }

        if (problems.Count > 0)
        {
            throw new ComparisonException(
                $"Two states of one sweep can be compared, but '{before.Label}' and '{after.Label}' differ: "
                + $"{string.Join("; ", problems)}. Give two directories of one sweep.");
        }
    }

    /// <summary>Looks for a configuration that both have.</summary>
    /// <exception cref="ComparisonException">There is none.</exception>
    public static void CheckCommon(
        ComparedSide before, ComparedSide after, ParameterMatch parameters, IReadOnlyList<MatchedConfiguration> matched)
    {
        if (matched.Any(m => m.Before.Count > 0 && m.After.Count > 0))
            return;
        var fact = matched.Count == 0 ? "neither of them has any point"
            : matched.All(m => m.Before.Count == 0) ? $"'{before.Label}' has none at all"
            : matched.All(m => m.After.Count == 0) ? $"'{after.Label}' has none at all"
            : $"the first one before is {First(m => m.Before.Count)}, and the first one after is {First(m => m.After.Count)}";
        throw new ComparisonException(
            $"Configurations are compared that both sides have, but '{before.Label}' and '{after.Label}' have none in common: {fact}. "
            + "Give two directories with equal arguments, or another --where.");

        string First(Func<MatchedConfiguration, int> count) =>
            ReportSentences.Arguments(parameters.Factors, matched.First(m => count(m) > 0).Arguments);
    }

    private static bool IsSame(Objective one, Objective other) =>
        one.Maximize == other.Maximize && string.Equals(one.Metric, other.Metric, StringComparison.OrdinalIgnoreCase);

    private static string Text(Objective objective) => $"the {(objective.Maximize ? "highest" : "lowest")} {objective.Metric}";
}
