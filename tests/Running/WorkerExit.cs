namespace MultiRunner.Tests.Running;

/// <summary>How a run of subjects ended.</summary>
/// <param name="ExitCode">Its exit code; 128 and the number of the signal when one killed it.</param>
/// <param name="Console">What it wrote to the console.</param>
/// <param name="Report">Its report; null when it did not come to write one.</param>
internal sealed record WorkerExit(int ExitCode, string Console, Report? Report);
