using MultiRunner.Grids;

namespace MultiRunner.Definition.Rules;

/// <summary>A value that an attribute gives for a parameter.</summary>
/// <param name="Source">The attribute, as it is written in the code.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">The value.</param>
internal sealed record StatedValue(string Source, Parameter Parameter, object? Value);
