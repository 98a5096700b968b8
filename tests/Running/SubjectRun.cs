using System.Globalization;

namespace MultiRunner.Tests.Running;

/// <summary>A run of subjects that has ended.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Console">What it wrote to the console.</param>
/// <param name="Report">Its report.</param>
/// <param name="Sweeps">The sweep directories, by name, as they were then.</param>
/// <param name="Executions">The names of the marks that executions had left by then: <c>method.point.worker.random</c>.</param>
public sealed record SubjectRun(int ExitCode, string Console, Report Report, IReadOnlyDictionary<string, SweepSnapshot> Sweeps, IReadOnlyList<string> Executions)
{
    /// <summary>How often each point of a method was executed: "0 once, 1 twice" as <c>[1, 2]</c>.</summary>
    public IReadOnlyList<int> ExecutionsOf(string method) =>
    [
        .. Executions.Where(name => name.StartsWith(method + ".", StringComparison.Ordinal))
            .CountBy(name => int.Parse(name.Split('.')[1], CultureInfo.InvariantCulture))
            .OrderBy(count => count.Key)
            .Select(count => count.Value),
    ];
}
