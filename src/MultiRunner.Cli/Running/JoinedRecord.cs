using MultiRunner.Format;
using MultiRunner.Membership;

namespace MultiRunner.Cli.Running;

/// <summary>A sweep that a worker has joined, and what the worker last wrote about itself there.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="Record">The heartbeat; null when it cannot be read just now.</param>
internal sealed record JoinedRecord(JoinedSweep Sweep, WorkerRecord? Record);
