namespace MultiRunner.Results;

/// <summary>Everything that one attempt recorded, as it was at one moment.</summary>
/// <param name="Metrics">The numbers, in the order in which they first came.</param>
/// <param name="Details">Texts beside the numbers, or null when there are none.</param>
/// <param name="Curves">The curves, or null when there are none.</param>
internal sealed record RecordedValues(
    Dictionary<string, double> Metrics,
    Dictionary<string, string>? Details,
    Dictionary<string, IReadOnlyList<CurvePoint>>? Curves);
