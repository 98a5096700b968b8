using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Reports.Live;

/// <summary>The workers of a sweep, a line for each point that one runs.</summary>
/// <param name="sweep">The sweep.</param>
/// <param name="labels">What to call workers in place of their ids; those that are not among them are called by their id.</param>
/// <param name="width">How many cells a line has at most.</param>
internal sealed class WorkerTable(LiveSweep sweep, IReadOnlyDictionary<string, string> labels, int width)
{
    // Below this there is no room for the arguments beside the rest.
    private const int Wide = 72;
    private const int LongestName = 36;
    private const int LongestNameWhereNarrow = 14;
    private const int MostPoints = 4;

    private bool IsWide => width >= Wide;

    /// <summary>The lines.</summary>
    /// <param name="most">How many workers are shown at most.</param>
    public IEnumerable<LiveLine> Lines(int most)
    {
        if (sweep.Workers.Count > 0)
        {
            var shown = sweep.Workers.Take(most).ToList();
            var rows = shown.SelectMany(RowsOf).ToList();
            string[] heading = ["worker", IsWide ? "finished" : "done", "errors", "point", "for", "arguments"];
            var widths = Enumerable.Range(0, heading.Length - 1)
                .Select(i => rows.Select(row => LiveLine.CellsOf(row.Cells[i])).Append(heading[i].Length).Max())
                .ToArray();
            widths[0] = Math.Min(widths[0], IsWide ? LongestName : LongestNameWhereNarrow);
            yield return Line(heading, widths, LiveTone.Strong).Fit(width);
            foreach (var row in rows)
            {
                yield return Line(row.Cells, widths, row.Tone).Fit(width);
                if (!IsWide && row.Cells[^1].Length > 0)
                    yield return LiveLine.Of($"  {row.Cells[^1]}", row.Tone == LiveTone.Plain ? LiveTone.Faint : row.Tone).Fit(width);
            }

            if (sweep.Workers.Count > shown.Count)
            {
                var more = Display.Count(sweep.Workers.Count - shown.Count, "more worker");
                yield return LiveLine.Of($"and {more}", LiveTone.Faint).Fit(width);
            }
        }

        if (Former() is { } former)
            yield return LiveLine.Of(former, LiveTone.Faint).Fit(width);
    }

    /// <summary>"3 workers exited, 1 lost: 40 finished, 2 errors", or null when there are none.</summary>
    private string? Former()
    {
        var former = sweep.Former;
        if (former is { Exited: 0, Lost: 0, Finished: 0, Errors: 0 })
            return null;
        var exited = Display.Count(former.Exited, "worker");
        var lost = former.Lost > 0 ? $", {Display.Number(former.Lost)} lost" : "";
        return $"{exited} exited{lost}: {Display.Number(former.Finished)} finished, {Display.Count(former.Errors, "error")}";
    }

    private IEnumerable<(string[] Cells, LiveTone Tone)> RowsOf(LiveWorker worker)
    {
        var name = labels.GetValueOrDefault(worker.Status.Id) ?? worker.Status.Id;
        string[] own = [Display.Line(name), Display.Number(worker.Finished), Display.Number(worker.Errors)];
        var (note, tone) = NoteOf(worker.Status);
        if (worker.Running.Count == 0 || note.Length > 0)
            yield return ([.. own, "", "", note], tone);
        var isFirst = note.Length == 0;
        foreach (var point in worker.Running.Take(MostPoints))
        {
            yield return ([.. isFirst ? own : ["", "", ""], .. CellsOf(point)], LiveTone.Plain);
            isFirst = false;
        }

        if (worker.Running.Count > MostPoints)
            yield return (["", "", "", "", "", $"and {Display.Count(worker.Running.Count - MostPoints, "more point")}"], LiveTone.Faint);
    }

    private static (string Note, LiveTone Tone) NoteOf(StatusWorker worker)
    {
        var reason = worker.Reason is { } why ? $": {Display.Line(why)}" : "";
        return worker switch
        {
            { Silent: true } => ($"silent (dead, or its clock differs){reason}", LiveTone.Notable),
            { State: ReportWorker.Lost } => ($"lost{reason}", LiveTone.Bad),
            { State: WorkerStates.Running, Running.Count: 0 } => ("waits", LiveTone.Faint),
            { State: WorkerStates.Running } => ("", LiveTone.Plain),
            _ => ($"{worker.State}{reason}", LiveTone.Notable),
        };
    }

    private string[] CellsOf(LivePoint point)
    {
        var arguments = Display.Line(ReportSentences.Arguments(sweep.Parameters, point.Arguments));
        var duplicate = point.IsDuplicate ? "duplicate; " : "";
        return [Display.Number(point.Point), Display.Seconds(Math.Round(point.Seconds, 1)), duplicate + arguments];
    }

    private LiveLine Line(string[] cells, int[] widths, LiveTone tone)
    {
        // Without room the errors are left out; the line on failures counts them.
        var fixedCells = Enumerable.Range(0, widths.Length).Where(i => IsWide || i != 2).Select(i => i is 1 or 2 or 3
            ? cells[i].PadLeft(widths[i])
            : LiveLine.Padded(cells[i], widths[i]));
        var text = string.Join("  ", IsWide ? fixedCells.Append(cells[^1]) : fixedCells);
        return new LiveLine([new LiveSpan(text.TrimEnd(), tone)]);
    }
}
