namespace MultiRunner.Grids.Pairwise;

/// <summary>What a search for the rest of a row came to.</summary>
internal enum Completion
{
    /// <summary>The row is full and allowed.</summary>
    Found,

    /// <summary>No full row with what was given is allowed.</summary>
    None,

    /// <summary>The search reached its limit.</summary>
    Undecided,
}
