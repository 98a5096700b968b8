namespace MultiRunner.Benchmarks;

/// <summary>A run of <c>dotnet</c> that ended with success.</summary>
/// <param name="Seconds">What it took by the clock.</param>
/// <param name="ProcessorSeconds">What it took of the processor, with what it started and waited for.</param>
/// <param name="KernelSeconds">What of that it took inside the kernel.</param>
/// <param name="Output">What it wrote.</param>
internal sealed record DotNetRun(double Seconds, double ProcessorSeconds, double KernelSeconds, string Output);
