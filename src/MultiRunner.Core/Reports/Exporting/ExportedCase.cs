using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Exporting;

/// <summary>A point as a test result: once, in its final state, whichever workers tried it.</summary>
internal sealed record ExportedCase
{
    private const string Error = "error";

    private ExportedCase(ExportedSweep sweep, ReportPoint point)
    {
        Point = point;
        Arguments = CaseName.Arguments(sweep.Report.Parameters, point.Arguments);
        Id = CaseId.Of(sweep.FullName, sweep.Version, point.Key.Text);
        Outcome = point.State switch
        {
            // A result that cannot be read is not known to be right, whoever wrote that the point has finished.
            PointState.Finished => point.Metrics is null ? CaseOutcome.Failed : CaseOutcome.Passed,
            PointState.Failed => CaseOutcome.Failed,
            _ => point.IsSkipped ? CaseOutcome.Skipped : CaseOutcome.Pending,
        };
        var attempts = point.Failures ?? [];
        Failure = HasFailed
            ? attempts.LastOrDefault(a => a.Kind == Error) ?? (attempts.Count > 0 ? attempts[^1] : null)
            : null;
        Earlier = [.. attempts.Where(attempt => attempt != Failure)];
        Message = MessageOf();
    }

    /// <summary>The point.</summary>
    public ReportPoint Point { get; }

    /// <summary>"n: 1, text: \"a\"", as in the name of the test case.</summary>
    public string Arguments { get; }

    /// <summary>The same for the same point, whenever and from wherever it is exported.</summary>
    public Guid Id { get; }

    /// <summary>Its outcome.</summary>
    public CaseOutcome Outcome { get; }

    /// <summary>The failed attempt that a failed point is reported by: the last one that threw, or else the last crash.</summary>
    public ReportFailure? Failure { get; }

    /// <summary>The other failed attempts, the oldest first.</summary>
    public IReadOnlyList<ReportFailure> Earlier { get; }

    /// <summary>Why it failed or did not run; null when it passed.</summary>
    public string? Message { get; }

    /// <summary>When the attempt started that counts; null when that is not known.</summary>
    public DateTimeOffset? Started => HasFailed ? Failure?.Started : Point.Started;

    /// <summary>How long it took, in seconds; null when that is not known.</summary>
    public double? Seconds => (HasFailed ? Failure?.Seconds : Point.Seconds) is { } seconds && double.IsFinite(seconds)
        ? Math.Max(0, seconds)
        : null;

    /// <summary>When that attempt ended; null when that is not known.</summary>
    public DateTimeOffset? Ended =>
        Started is { } started && Seconds is { } seconds && seconds < (DateTimeOffset.MaxValue - started).TotalSeconds
        ? started.AddSeconds(seconds)
        : null;

    /// <summary>The worker of that attempt; null when there was none.</summary>
    public string? Worker => HasFailed ? Failure?.Worker : Point.Worker;

    /// <summary>The host of that worker; null when there was none.</summary>
    public string? Host => Point.Host ?? (Worker is { } worker ? WorkerIdentity.HostOf(worker) : null);

    /// <summary>What the point came to, a line each: its metrics with every digit, its texts, and who ran it.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            foreach (var (name, value) in Point.Metrics ?? new Dictionary<string, double>())
                yield return $"{name} = {value.ToString("R", CultureInfo.InvariantCulture)}";
            foreach (var (name, text) in Point.Details ?? new Dictionary<string, string>())
                yield return $"{name} = {text}";
            yield return $"point {Display.Number(Point.Index)}{(Worker is { } worker ? $" on {worker}" : "")}";
        }
    }

    private bool HasFailed => Point.State == PointState.Failed;

    /// <summary>The case of a point.</summary>
    public static ExportedCase Of(ExportedSweep sweep, ReportPoint point) => new(sweep, point);

    /// <summary>"System.InvalidOperationException : Two is one too many.", as test results have it.</summary>
    public static string MessageOf(ReportFailure failure) => $"{failure.Type} : {failure.Message}";

    private string? MessageOf()
    {
        switch (Outcome)
        {
            case CaseOutcome.Passed:
                return null;
            case CaseOutcome.Failed when !HasFailed:
                return "The point has finished, but its result cannot be read.";
            case CaseOutcome.Failed:
                var all = Earlier.Count == 0 ? "" : $"\nThis is the last of {Display.Number(Earlier.Count + 1)} failed attempts.";
                return Failure is null ? "The point has failed, and no attempt is on record." : MessageOf(Failure) + all;
            case CaseOutcome.Skipped:
                return string.Join("\n", Point.Skips!.Select(skip => skip.Reason).Distinct());
            default:
                return Point.State == PointState.ToRun ? "The point has not run yet." : $"The point is running on {Point.Worker}.";
        }
    }
}
