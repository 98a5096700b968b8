namespace MultiRunner;

/// <summary>A sweep directory whose content does not allow this sweep to run in it. The message names the remedy.</summary>
public sealed class SweepDirectoryException : Exception
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public SweepDirectoryException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
