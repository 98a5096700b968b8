namespace MultiRunner.Grids;

/// <summary>A text or a time somewhere in an object cannot be an argument.</summary>
#pragma warning disable CA1064 // It goes through System.Text.Json and is caught in this assembly.
internal sealed class ScalarException(object value) : Exception($"{value} cannot be written.")
#pragma warning restore CA1064
{
    /// <summary>The text or the time.</summary>
    public object Value => value;
}
