namespace MultiRunner.Reports.Comparing;

/// <summary>Two sides cannot be compared, or not in the way that is asked for. The message names rule, fact and remedy.</summary>
internal sealed class ComparisonException(string message) : Exception(message);
