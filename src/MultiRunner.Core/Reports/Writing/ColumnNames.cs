using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>Names of columns for arguments and metrics. No two of them differ in case only.</summary>
/// <param name="Arguments">One for each parameter; <c>argument.x</c> where the table itself has a column <c>x</c>.</param>
/// <param name="Metrics">One for each metric; <c>metric.x</c> where the table or a parameter has the name <c>x</c>.</param>
internal sealed record ColumnNames(IReadOnlyList<string> Arguments, IReadOnlyList<string> Metrics)
{
    /// <summary>The names beside the table's <paramref name="own"/> columns.</summary>
    public static ColumnNames Of(SweepReport report, IReadOnlyList<string> own)
    {
        bool IsIn(IReadOnlyList<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
        return new ColumnNames(
            [.. report.Parameters.Select(p => IsIn(own, p) ? $"argument.{p}" : p)],
            [.. report.Metrics.Select(m => IsIn(own, m) || IsIn(report.Parameters, m) ? $"metric.{m}" : m)]);
    }
}
