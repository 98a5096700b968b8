namespace MultiRunner.Benchmarks;

/// <summary>As many points by the protocol and by the bare loop, one right after the other.</summary>
internal readonly record struct Lap(Cost Protocol, Cost Bare);
