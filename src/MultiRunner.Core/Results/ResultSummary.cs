namespace MultiRunner.Results;

/// <summary>
/// The result of a point as a report needs it. A report of many points cannot hold their curves, so each curve is read into its range and
/// a few of its values.
/// </summary>
internal sealed record ResultSummary : ResultFile<CurveRange>;
