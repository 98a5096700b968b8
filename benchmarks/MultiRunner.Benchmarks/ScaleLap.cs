namespace MultiRunner.Benchmarks;

/// <summary>One measurement of a sweep beside that of a theory.</summary>
/// <param name="Host">The name of the test host.</param>
/// <param name="What">What was done.</param>
/// <param name="Sweep">The run of the sweep.</param>
/// <param name="Theory">That of the theory; null when a theory has nothing like it.</param>
internal sealed record ScaleLap(string Host, string What, MeasuredRun? Sweep, MeasuredRun? Theory)
{
    public const string Discovery = "discovery";
    public const string FirstRun = "first run";
    public const string EachFinished = "finished, a case each";
    public const string AllFinished = "finished, one case";
    public const string Report = "the report made anew";

    /// <summary>How many times the time of the theory the sweep takes.</summary>
    public double TimeRatio => Sweep!.Seconds / Theory!.Seconds;

    /// <summary>How many times its memory.</summary>
    public double MemoryRatio => Sweep!.PeakMegabytes / Theory!.PeakMegabytes;
}
