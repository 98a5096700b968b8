using MultiRunner.Grids;

namespace MultiRunner.Reports.Model;

/// <summary>One value of a parameter, or several numbers that are taken together.</summary>
/// <param name="Value">The value, or the lowest one.</param>
/// <param name="UpTo">The highest one; null for a single value.</param>
internal readonly record struct ValueLevel(CanonicalJson Value, CanonicalJson? UpTo = null);
