using System.Text.Json.Serialization;

namespace MultiRunner.Reports.Comparing;

/// <summary>What has become of a condition.</summary>
/// <param name="Asked">The condition.</param>
/// <param name="Judged">How many configurations could be judged.</param>
/// <param name="Findings">Those that are beyond the limit, or that have no mean any more.</param>
/// <param name="Pending">Those that do not meet it, and may still do so, since points of them wait or run.</param>
internal sealed record ConditionOutcome(
    [property: JsonIgnore] FailCondition Asked,
    int Judged,
    IReadOnlyList<ConditionFinding> Findings,
    [property: JsonIgnore] IReadOnlyList<ComparedConfiguration> Pending)
{
    /// <summary>How many configurations are not decided, since points of them wait or run.</summary>
    public int Undecided => Pending.Count;

    /// <summary>The condition as it was written.</summary>
    public string Condition => Asked.Text;

    /// <summary>Whether a configuration meets it.</summary>
    public bool IsMet => Findings.Any(finding => finding.Kind != FindingKind.WithinNoise);
}
