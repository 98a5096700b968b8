namespace MultiRunner;

/// <summary>A sweep that cannot be run as it is written. The message names the rule, the fact and the remedy.</summary>
public sealed class GridException : Exception
{
    /// <summary>Creates the exception with a message for the author of the sweep.</summary>
    public GridException(string message)
        : base(message)
    {
    }
}
