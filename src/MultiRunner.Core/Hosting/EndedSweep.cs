namespace MultiRunner.Hosting;

/// <summary>What a host of tests shows of a sweep that this process has left.</summary>
/// <param name="Headline">How many points are finished, and which is best, in one line.</param>
/// <param name="Page">The absolute path of the report for people.</param>
internal sealed record EndedSweep(string Headline, string Page);
