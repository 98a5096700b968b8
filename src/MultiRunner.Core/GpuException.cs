namespace MultiRunner;

/// <summary>The GPUs of this host cannot be listed or lent. The message names the remedy.</summary>
public sealed class GpuException : Exception
{
    /// <summary>Creates the exception with a message for the user.</summary>
    public GpuException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
