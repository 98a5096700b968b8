using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>Ranks with their marks: <c>1=</c> for a tie, <c>2~</c> for what cannot be told from the best.</summary>
internal static class RankCell
{
    public const string Tie = "=";
    public const string NotDistinguishable = "~";

    /// <summary>The cells for some configurations, the digits of one below those of the other.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Configuration> shown)
    {
        var marks = shown.Select(Marks).ToList();
        var longest = marks.Select(m => m.Length).DefaultIfEmpty().Max();
        return [.. shown.Zip(marks, (c, m) => c.Rank is { } rank ? Display.Number(rank) + m.PadRight(longest) : "")];
    }

    private static string Marks(Configuration configuration) =>
        (configuration.Tied is null ? "" : Tie) + (configuration is { NotDistinguishable: true, Rank: > 1 } ? NotDistinguishable : "");
}
