namespace MultiRunner.Gpus;

/// <summary>Gives each attempt GPUs of its own.</summary>
internal interface IGpuLender
{
    /// <summary>Takes the GPUs of one attempt. Null: too many are lent just now.</summary>
    /// <exception cref="GpuException">There will never be enough, or they cannot be lent.</exception>
    IGpuLease? TryTake();

    /// <summary>Waits until it can take the GPUs of one attempt, or for a time. Null: the time is over, or the run is cancelled.</summary>
    /// <exception cref="GpuException">There will never be enough, or they cannot be lent.</exception>
    ValueTask<IGpuLease?> Wait(TimeSpan atMost, CancellationToken cancellation);
}
