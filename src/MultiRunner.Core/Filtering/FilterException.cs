namespace MultiRunner.Filtering;

/// <summary>A filter cannot be read. The message names the rule, the position, the names that there are, and an example.</summary>
internal sealed class FilterException(string message, bool isUnknownName = false) : Exception(message)
{
    /// <summary>Whether the only fault is a name that is not known, or not known exactly.</summary>
    public bool IsUnknownName => isUnknownName;
}
