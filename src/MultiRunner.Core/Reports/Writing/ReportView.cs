namespace MultiRunner.Reports.Writing;

/// <summary>What of a report is printed for people. The files in the sweep directory have <see cref="Default"/>.</summary>
internal sealed record ReportView
{
    /// <summary>The view that nobody has to ask for.</summary>
    public static readonly ReportView Default = new();

    /// <summary>How many rows the table of results has at most; null for ten best configurations, or twenty without a ranking.</summary>
    public int? Top { get; init; }

    /// <summary>The columns of the table of results; null for a choice that fits.</summary>
    public IReadOnlyList<ResultColumn>? Columns { get; init; }

    /// <summary>The order of the table of results; null for the ranking.</summary>
    public ResultOrder? Order { get; init; }

    /// <summary>How this differs from the report in the sweep directory, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
