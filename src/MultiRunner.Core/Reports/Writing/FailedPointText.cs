using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;


namespace MultiRunner.Reports.Writing;

/// <summary>A point and what went wrong at it, as the text formats show it.</summary>
/// <param name="Title">The point and its arguments.</param>
/// <param name="Errors">Each different error once.</param>
internal sealed record FailedPointText(string Title, IReadOnlyList<FailedPointText.Error> Errors)
{
    private const int MostLines = 8;
    private const int MostWorkers = 5;

    /// <summary>An error, and the attempts that ended with it.</summary>
    /// <param name="Attempts">How many there were and on which workers.</param>
    /// <param name="Lines">The exception's type and message, at most eight lines.</param>
    internal sealed record Error(string Attempts, IReadOnlyList<string> Lines);

    /// <summary>The text for one point.</summary>
    public static FailedPointText Of(SweepReport report, ReportPoint point) => new(
        ReportSentences.PointWithArguments(report, point, capital: true),
        point.Failures is not { } failures ? [new Error("no attempt on record", [])] : [.. failures.GroupBy(f => (f.Kind, f.Type, f.Message)).Select(same => new Error(
            AttemptsOf(same.Key.Kind, [.. same]),
            [.. Display.Lines($"{same.Key.Type}: {same.Key.Message}", MostLines)]))]);

    private static string AttemptsOf(string kind, IReadOnlyList<ReportFailure> same)
    {
        var workers = same.Select(f => f.Worker).Distinct().ToList();
        var more = workers.Count > MostWorkers ? $" and {Display.Number(workers.Count - MostWorkers)} more" : "";
        return $"{Display.Count(same.Count, Display.Line(kind))} on {string.Join(", ", workers.Take(MostWorkers).Select(Display.Line))}{more}";
    }
}
