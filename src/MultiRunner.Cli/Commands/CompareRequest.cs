using MultiRunner.Reports.Comparing;

namespace MultiRunner.Cli.Commands;

/// <summary>What somebody wants to compare, and how.</summary>
internal sealed record CompareRequest
{
    /// <summary>The paths of both sides; with builds one or none.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The two builds of one sweep; null to compare two directories.</summary>
    public (string Before, string After)? Builds { get; init; }

    /// <summary>By which metric.</summary>
    public required MetricChoice Metric { get; init; }

    /// <summary>The filter that says which points to look at; null for all.</summary>
    public string? Where { get; init; }

    /// <summary>What is to fail.</summary>
    public IReadOnlyList<FailCondition> Conditions { get; init; } = [];

    /// <summary>How the comparison is printed.</summary>
    public CompareFormat Format { get; init; }

    /// <summary>The file for the page; null for none.</summary>
    public string? Page { get; init; }
}
