using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>
/// The table of results: the best configurations, or the first finished ones when there is no ranking. What does not fit a terminal
/// is left out and named.
/// </summary>
internal sealed class ResultTable
{
    private const int MostColumns = 7;
    private const int MostOtherMetrics = 2;
    private const int MostMetricsWithoutRanking = 3;
    private const int RowsWithoutRanking = 20;

    private readonly SweepReport report;
    private readonly ReportView view;
    private readonly ResultColumns columns;
    private readonly IReadOnlyList<ResultColumn> byImportance;
    private readonly IReadOnlyList<Configuration> candidates;
    private readonly IReadOnlyList<Configuration> shown;

    private ResultTable(SweepReport report, ReportView view)
    {
        this.report = report;
        this.view = view;
        columns = new ResultColumns(report);
        var factors = report.Factors.ToList();
        byImportance = [.. report.FactorsByImportance.Select(name => columns.Factors[factors.IndexOf(name)])];
        candidates = [.. report.Configurations.Where(c => IsRanked ? c.Rank is not null : c.Metrics.Count > 0)];
        var ordered = view.Order is { } order ? order.Of(candidates) : candidates;
        shown = [.. ordered.Take(view.Top ?? (IsRanked ? SweepReport.BestCount : RowsWithoutRanking))];
    }

    private bool IsRanked => report.RankedBy is not null;

    private bool HasRepeats => report.Repeats.Count > 0;

    /// <summary>The heading, the parameters that are the same everywhere, and the table; nothing when there is no result.</summary>
    public static IReadOnlyList<ReportBlock> Of(SweepReport report, ReportView view)
    {
        var made = new ResultTable(report, view);
        return made.shown.Count == 0 ? [] : made.Blocks();
    }

    private List<ReportBlock> Blocks()
    {
        var constant = Enumerable.Range(0, report.Factors.Count).Where(IsConstant).ToList();
        var blocks = new List<ReportBlock> { new ReportBlock.Heading("results", Title()) };
        if (constant.Count > 0)
            blocks.Add(new ReportBlock.Paragraphs([ReportSentences.Constant(report, shown[0], constant)]));
        blocks.Add(view.Columns is { } wanted
            ? Table(wanted, Notes([], []))
            : Fitting([.. columns.Factors.Where((_, i) => !constant.Contains(i))]));
        return blocks;
    }

    /// <summary>
    /// The table with as many columns as fit. Metrics go first, the last one before the others; then parameters go, those that
    /// matter least before the others.
    /// </summary>
    private ReportTable Fitting(IReadOnlyList<ResultColumn> varying)
    {
        List<ResultColumn> own = IsRanked ? [columns.Rank] : [];
        if (!HasRepeats)
            own.Add(columns.Point);
        List<ResultColumn> objective = IsRanked ? [columns.Metrics[0]] : [];
        if (IsRanked && HasRepeats)
            objective.Add(columns.Repeats);
        var others = columns.Metrics.Skip(IsRanked ? 1 : 0).ToList();
        var room = MostColumns - own.Count - objective.Count;
        var least = IsRanked || others.Count == 0 ? 0 : 1;
        var parameters = Math.Min(varying.Count, room - least);
        var metrics = Math.Min(Math.Min(others.Count, room - parameters), IsRanked ? MostOtherMetrics : MostMetricsWithoutRanking);
        while (true)
        {
            var chosen = Important(varying, parameters);
            var table = Table(
                [.. own, .. chosen, .. objective, .. others.Take(metrics)],
                Notes([.. varying.Except(chosen)], [.. others.Skip(metrics)]));
            if (TextTable.Fits(table))
                return table;
            if (metrics > least)
                metrics--;
            else if (parameters > 1)
                parameters--;
            else
                return table;
        }
    }

    /// <summary>Those parameters that matter most, in the order of the method.</summary>
    private IReadOnlyList<ResultColumn> Important(IReadOnlyList<ResultColumn> varying, int count)
    {
        var chosen = byImportance.Where(varying.Contains).Take(count).ToHashSet();
        return [.. varying.Where(chosen.Contains)];
    }

    private ReportTable Table(IReadOnlyList<ResultColumn> chosen, IReadOnlyList<string> notes)
    {
        var cells = chosen.Select(c => c.Cells(shown)).ToList();
        return new ReportTable(
            [.. chosen.Select(c => new ReportColumn(Display.Shortened(Display.Line(c.Name), Arguments.LongestCell), c.IsNumber))],
            [.. shown.Select((_, row) => (IReadOnlyList<string>)[.. cells.Select(column => column[row])])],
            notes);
    }

    private bool IsConstant(int factor) =>
        report.Configurations.Count > 1
        && report.Configurations.All(c => c.Arguments[factor] == report.Configurations[0].Arguments[factor]);

    private string Title()
    {
        var noun = HasRepeats ? "configuration" : IsRanked ? "result" : "finished point";
        var all = Display.Count(candidates.Count, noun);
        if (view.Order is { } order)
            return $"{(shown.Count < candidates.Count ? $"The first {Display.Number(shown.Count)} of {all}" : all)} {order.Text}";
        if (!IsRanked)
            return HasRepeats ? "Configurations with results" : "Finished points";
        var best = shown.Count == candidates.Count ? ""
            : shown.Count == 1 ? "The best of "
            : $"The best {Display.Number(shown.Count)} of ";
        var mean = HasRepeats ? "mean " : "";
        return $"{best}{all} by {mean}{report.RankedBy}, {(report.Objective!.Maximize ? "highest" : "lowest")} first";
    }

    private List<string> Notes(IReadOnlyList<ResultColumn> parameters, IReadOnlyList<ResultColumn> metrics)
    {
        List<string> notes = [];
        if (HasRepeats && shown.Any(c => c.Objective?.StandardDeviation is not null))
            notes.Add("± is half of the 95 % interval of the mean.");
        if (shown.Any(c => c.Tied is not null))
            notes.Add($"{RankCell.Tie} is a tie.{HiddenTies()}");
        if (shown.Any(c => c is { NotDistinguishable: true, Rank: > 1 }))
            notes.Add($"{RankCell.NotDistinguishable} cannot be told from the best at 95 %.{HiddenAlike()}");
        if (!IsRanked && view.Order is null && shown.Count < candidates.Count)
        {
            var all = Display.Count(candidates.Count, HasRepeats ? "configuration" : "point");
            notes.Add($"Only the first {Display.Number(shown.Count)} of {all}.");
        }

        if (ReportSentences.NotShown(parameters, metrics) is { } missing)
            notes.Add(missing);
        return notes;
    }

    /// <summary>How many configurations of the last rank that is shown are cut off.</summary>
    private string HiddenTies()
    {
        if (view.Order is not null || shown[^1] is not { Tied: { } tied, Rank: { } rank })
            return "";
        var seen = shown.Count(c => c.Rank == rank);
        return seen == tied
            ? ""
            : $" Rank {Display.Number(rank)} is shared by {Display.Number(tied)}, and {Display.Number(seen)} of them "
                + $"{(seen == 1 ? "is" : "are")} shown.";
    }

    private string HiddenAlike()
    {
        static bool IsAlike(Configuration c) => c is { NotDistinguishable: true, Rank: > 1 };
        var hidden = report.Configurations.Count(IsAlike) - shown.Count(IsAlike);
        return hidden == 0 ? "" : $" The same holds for {Display.Number(hidden)} more that {(hidden == 1 ? "is" : "are")} not shown.";
    }
}
