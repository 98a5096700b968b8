namespace MultiRunner.Gpus;

/// <summary>Gives each attempt GPUs of its own.</summary>
internal interface IGpuLender
{
    /// <summary>Takes the GPUs of one attempt. It returns null when too many are lent at the moment.</summary>
    /// <exception cref="GpuException">There will never be enough, or they cannot be lent.</exception>
    IGpuLoan? TryTake();

    /// <summary>Waits until it can take the GPUs of one attempt. It returns null when the time is over or the run is cancelled.</summary>
    /// <exception cref="GpuException">There will never be enough, or they cannot be lent.</exception>
    ValueTask<IGpuLoan?> Wait(TimeSpan atMost, CancellationToken cancellation);
}
