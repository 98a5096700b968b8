using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>A point and what went wrong at it, as the text formats show it.</summary>
/// <param name="Title">The point and its arguments.</param>
/// <param name="Errors">Each different error once.</param>
internal sealed record FailedPoint(string Title, IReadOnlyList<FailedPoint.Error> Errors) : ReportBlock
{
    private const int MostLines = 8;
    private const int MostWorkers = 5;

    /// <summary>An error, and the attempts that ended with it.</summary>
    /// <param name="Attempts">How many there were and on which workers.</param>
    /// <param name="Lines">The exception's type and message, at most eight lines.</param>
    internal sealed record Error(string Attempts, IReadOnlyList<string> Lines);

    /// <summary>The text for one point.</summary>
    public static FailedPoint Of(SweepReport report, ReportPoint point) => new(
        ReportSentences.PointWithArguments(report, point, capital: true),
        point.Failures is { } failures
            ? [.. failures.GroupBy(f => (f.Kind, f.Type, f.Message)).Select(same => ErrorOf([.. same]))]
            : [new Error("no attempt on record", [])]);

    private static Error ErrorOf(IReadOnlyList<ReportFailure> same) => new(
        AttemptsOf(same[0].Kind, same),
        [.. Display.Lines($"{same[0].Type}: {same[0].Message}", MostLines)]);

    private static string AttemptsOf(string kind, IReadOnlyList<ReportFailure> same)
    {
        var workers = same.Select(f => f.Worker).Distinct().ToList();
        var more = workers.Count > MostWorkers ? $" and {Display.Number(workers.Count - MostWorkers)} more" : "";
        var named = string.Join(", ", workers.Take(MostWorkers).Select(Display.Line));
        return $"{Display.Count(same.Count, Display.Line(kind))} on {named}{more}";
    }
}
