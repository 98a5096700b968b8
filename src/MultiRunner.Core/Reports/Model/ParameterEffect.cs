using MultiRunner.Grids;

namespace MultiRunner.Reports.Model;

/// <summary>What each value of a parameter comes to, over all finished points that have it (its main effect).</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Values">Its values; ascending when all are numbers, otherwise in the order in which points first have them.</param>
internal sealed record ParameterEffect(string Parameter, IReadOnlyList<ValueEffect> Values);
