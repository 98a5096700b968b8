namespace MultiRunner.Benchmarks;

/// <summary>A part of the page of all benchmarks: what one command prints.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Arguments">The arguments of the command.</param>
internal sealed record Section(string Title, params string[] Arguments);
