namespace MultiRunner.Filtering;

/// <summary>A part of a filter, with its place.</summary>
/// <param name="Text">The text, without quotes.</param>
/// <param name="Position">Where it begins, from 1.</param>
/// <param name="IsQuoted">Whether it is in quotes.</param>
internal readonly record struct FilterWord(string Text, int Position, bool IsQuoted);
