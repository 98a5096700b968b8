namespace MultiRunner.Core.Tests.Simulation;

/// <summary>A run in which something happened that must not happen.</summary>
internal sealed class ViolationException(long seed, string what, string trace) : Exception($"seed {seed}: {what}")
{
    public long Seed => seed;

    public string What => what;

    public string History => trace;
}
