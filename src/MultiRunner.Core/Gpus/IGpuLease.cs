namespace MultiRunner.Gpus;

/// <summary>The GPUs of one attempt. They are free again when it has been disposed, and so has everything that <see cref="Hold"/> returned.</summary>
internal interface IGpuLease : IDisposable
{
    /// <summary>Their indices, ascending.</summary>
    IReadOnlyList<int> Gpus { get; }

    /// <summary>Leaves a note, for people, of the point that they are lent to.</summary>
    void Note(int point);

    /// <summary>Something else uses them, until what this returns is disposed.</summary>
    IDisposable Hold();
}
