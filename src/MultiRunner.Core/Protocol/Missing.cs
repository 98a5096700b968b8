namespace MultiRunner.Protocol;

/// <summary>What may be missing of a point.</summary>
internal enum Missing
{
    /// <summary>Its state file.</summary>
    State,

    /// <summary>Its result, or one that can be read.</summary>
    Result,

    /// <summary>The candidate of the worker that committed it, and its result as well.</summary>
    Candidate,
}
