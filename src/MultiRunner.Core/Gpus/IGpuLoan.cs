namespace MultiRunner.Gpus;

/// <summary>
/// The GPUs of one attempt. They are free again when the loan and everything that <see cref="Hold"/> returned have been disposed.
/// </summary>
internal interface IGpuLoan : IDisposable
{
    /// <summary>The GPUs, in the order of their ordinals.</summary>
    IReadOnlyList<Gpu> Gpus { get; }

    /// <summary>Leaves a note for people that names the point to which they are lent.</summary>
    void Note(int point);

    /// <summary>Keeps the GPUs for another user of them, until what this method returns is disposed.</summary>
    IDisposable Hold();
}
