namespace MultiRunner.Benchmarks;

/// <summary>Processes that ran side by side.</summary>
/// <param name="Seconds">From the start of the first to the end of the last.</param>
/// <param name="ProcessorSeconds">What they took of the processor together, with what they started and waited for.</param>
/// <param name="KernelSeconds">What of that they took inside the kernel.</param>
/// <param name="PeakMegabytes">The most memory that one of them held at once; 0 when nobody asked.</param>
/// <param name="ExitCodes">Their exit codes, in the order of the commands; 128 plus the signal for one that was killed.</param>
/// <param name="Outputs">What each wrote.</param>
/// <param name="Errors">What each wrote as errors.</param>
/// <param name="Ended">Whether they ended by themselves, and not because they took too long.</param>
internal sealed record ChildRun(
    double Seconds,
    double ProcessorSeconds,
    double KernelSeconds,
    double PeakMegabytes,
    IReadOnlyList<int> ExitCodes,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<string> Errors,
    bool Ended);
