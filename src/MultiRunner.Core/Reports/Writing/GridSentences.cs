using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The sentences that say how the points of a sweep were chosen.</summary>
internal static class GridSentences
{
    private const int MostNames = 5;
    private const int LongestName = 60;

    /// <summary>That the best point is the best of those that were run; null where all that are allowed are run.</summary>
    public static string? BestOfSample(SweepReport report) => report.Grid is { IsSample: true }
        ? "It is the best of the points that were run. Points that were not chosen may be better."
        : null;

    /// <summary>All of them on one line; null when there is nothing to say.</summary>
    public static string? Of(ReportGrid? grid)
    {
        if (grid is null)
            return null;
        List<string> sentences = grid.Sampling switch
        {
            nameof(Sampling.Grid) => [.. Allowed(grid)],
            nameof(Sampling.Pairwise) => [Pairwise(grid), .. Together(grid)],
            _ => [Sample(grid), .. Restricted(grid), .. Together(grid)],
        };
        if (grid.ExtraRows is { } extra and > 0)
            sentences.Add($"{Points(extra)} beside the grid.");
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    private static IEnumerable<string> Allowed(ReportGrid grid)
    {
        if (grid is not { Combinations: { } all } || (grid.Rules ?? grid.Conditions) is null)
            yield break;
        var combinations = Combinations(all);
        if (grid is { Conditions: null, Rules: { } rules })
        {
            yield return all == (UInt128)grid.Points
                ? $"All of {combinations}: {Names(rules)} {Verb(rules)} none."
                : $"{Display.Grouped((UInt128)grid.Points)} of {combinations}: {Names(rules)} {Verb(rules)} the others.";
            yield break;
        }

        yield return $"{Points(grid.Points)} of {combinations}.";
        foreach (var sentence in Restricted(grid).Concat(Together(grid)))
            yield return sentence;
    }

    private static string Sample(ReportGrid grid)
    {
        var repeats = grid.Samples is { } samples && samples < grid.Points;
        var points = repeats ? $"{Display.Grouped((UInt128)grid.Samples!.Value)} configurations" : Points(grid.Points);
        var from = grid.Combinations is { } all ? $" from {Combinations(all)}" : "";
        var seed = grid.Seed is { } number ? $" (seed {Display.Number(number)})" : "";
        var each = repeats ? ", each with its repeats" : "";
        return grid.Sampling switch
        {
            nameof(Sampling.Random) => $"{points} drawn at random{from}{seed}{each}.",
            nameof(Sampling.Latin) => $"Latin hypercube of {points}{from}{seed}{each}.",
            nameof(Sampling.Sobol) => $"Sobol' sequence, {points}{from}{seed}{each}.",
            _ => $"{points}{from}, chosen by '{Shortened(grid.Sampling ?? "")}'{seed}.",
        };
    }

    private static string Pairwise(ReportGrid grid)
    {
        var of = grid.Combinations is { } all ? $" of {Combinations(all)}" : "";
        var allowed = grid.Rules is { } rules ? $" that {Names(rules)} {(rules.Count == 1 ? "allows" : "allow")}" : "";
        // A selected row that is beside the grid as well is left out of the selection.
        var beside = grid.ExtraRows is > 0 ? ", there or in a point beside the grid" : "";
        return $"{Display.Grouped((UInt128)grid.Points)}{of}, in which every pair of values occurs{allowed}{beside}.";
    }

    private static IEnumerable<string> Restricted(ReportGrid grid) => grid.Rules is { } rules
        ? [$"{Names(rules)} {(rules.Count == 1 ? "says" : "say")} which combinations are allowed."]
        : [];

    private static IEnumerable<string> Together(ReportGrid grid) => grid.Conditions is { } conditions
        ? [$"Combinations that differ only in a parameter that does not matter are one point: {Names(conditions)}."]
        : [];

    private static string Points(int count) => $"{Display.Grouped((UInt128)count)} {(count == 1 ? "point" : "points")}";

    private static string Combinations(UInt128 count) => $"{Display.Grouped(count)} {(count == 1 ? "combination" : "combinations")}";

    private static string Verb(IReadOnlyList<string> rules) => rules.Count == 1 ? "forbids" : "forbid";

    /// <summary>"Where = Fits", "Where = Fits and [Exclude("layers", 0)]"; of many the first ones.</summary>
    private static string Names(IReadOnlyList<string> names)
    {
        if (names.Count == 1)
            return Shortened(names[0]);
        var more = names.Count - MostNames;
        var shown = names.Take(more > 0 ? MostNames : names.Count - 1).Select(Shortened);
        return $"{string.Join(", ", shown)} and {(more > 0 ? $"{Display.Number(more)} more" : Shortened(names[^1]))}";
    }

    private static string Shortened(string name) => Display.Shortened(Display.Line(name), LongestName);
}
