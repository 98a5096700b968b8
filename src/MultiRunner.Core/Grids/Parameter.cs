namespace MultiRunner.Grids;

/// <summary>One parameter of a sweep method.</summary>
/// <param name="Name">Its name, as in the code.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRepeat">Whether its values only tell the repeats of one configuration apart.</param>
internal sealed record Parameter(string Name, Type Type, bool IsRepeat = false);
