using MultiRunner.Gpus;

namespace MultiRunner.Scheduling;

/// <summary>The GPUs that a slot has for its next attempt.</summary>
/// <param name="lender">Null: attempts need none.</param>
internal sealed class SlotGpus(IGpuLender? lender) : IDisposable
{
    private IGpuLoan? loan;

    /// <summary>Whether the slot has what an attempt needs.</summary>
    public bool AreThere => lender is null || loan is not null;

    /// <summary>Takes them, if it has them not yet. False: too many are lent just now.</summary>
    /// <exception cref="GpuException">There will never be enough, or they cannot be lent.</exception>
    public bool TryTake() => lender is null || (loan ??= lender.TryTake()) is not null;

    /// <summary>Waits until it has them, or for a time.</summary>
    /// <exception cref="GpuException">There will never be enough, or they cannot be lent.</exception>
    public async ValueTask Wait(TimeSpan atMost, CancellationToken cancellation) =>
        loan = await lender!.Wait(atMost, cancellation).ConfigureAwait(false);

    /// <summary>Gives them to an attempt, which disposes the loan.</summary>
    public IGpuLoan? HandOver()
    {
        var handed = loan;
        loan = null;
        return handed;
    }

    /// <summary>Gives them back: while the slot waits for anything else, other points of this host may have them.</summary>
    public void Free() => HandOver()?.Dispose();

    /// <inheritdoc/>
    public void Dispose() => Free();
}
