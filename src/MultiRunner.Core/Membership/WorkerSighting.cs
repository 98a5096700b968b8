using MultiRunner.Format;

namespace MultiRunner.Membership;

/// <summary>What a look at another worker's heartbeat file showed.</summary>
/// <param name="Verdict">Whether it is alive.</param>
/// <param name="Record">What it wrote last; null when its file is missing or cannot be read.</param>
/// <param name="Since">The timestamp, of the observer, since when the file has not changed.</param>
internal readonly record struct WorkerSighting(Verdict Verdict, WorkerRecord? Record, long Since);
