using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Exporting;

/// <summary>A sweep as test results.</summary>
internal sealed record ExportedSweep
{
    /// <param name="report">Its report.</param>
    public ExportedSweep(SweepReport report)
    {
        Report = report;
        (FullName, Version) = CaseName.Split(report.Sweep);
        var dot = FullName.LastIndexOf('.');
        (ClassName, MethodName) = dot > 0 ? (FullName[..dot], FullName[(dot + 1)..]) : (FullName, FullName);
    }

    /// <summary>The report.</summary>
    public SweepReport Report { get; }

    /// <summary>Namespace, class and method.</summary>
    public string FullName { get; }

    /// <summary>The version of the experiment, or null.</summary>
    public string? Version { get; }

    /// <summary>Namespace and class.</summary>
    public string ClassName { get; }

    /// <summary>The method.</summary>
    public string MethodName { get; }

    /// <summary>The name of the assembly with the method; null when nothing tells.</summary>
    public string? Assembly => Report.NewestBuild?.Name;

    /// <summary>The stack trace of a failed attempt; null when the report has none of it.</summary>
    public string? StackOf(ReportFailure? failure) => failure?.Trace is { } trace ? Report.Traces.Texts[trace] : null;

    /// <summary>The points, in the order of the indices. Each look at them makes them anew, so that not all are held.</summary>
    public IEnumerable<ExportedCase> Cases => Report.Points.Select(point => ExportedCase.Of(this, point));
}
