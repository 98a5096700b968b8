using MultiRunner.Grids;

namespace MultiRunner.Reports.Comparing;

/// <summary>A parameter that one side alone has, always with the same value, so that it tells no configurations apart.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Value">Its value; null where the points have none of that name.</param>
/// <param name="Side"><c>before</c> or <c>after</c>.</param>
internal sealed record ConstantParameter(string Parameter, CanonicalJson? Value, string Side);
