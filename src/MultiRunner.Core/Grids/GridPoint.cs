namespace MultiRunner.Grids;

/// <summary>One combination of arguments.</summary>
/// <param name="Index">Its position in the grid as the code lists it, from 0.</param>
/// <param name="Arguments">The arguments, in the order of the parameters.</param>
/// <param name="Key">
/// The canonical JSON of the arguments by name, in ordinal order of the names. Two points with equal keys are the same point.
/// </param>
internal sealed record GridPoint(int Index, IReadOnlyList<object?> Arguments, string Key);
