using System.Threading.Tasks.Sources;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>
/// One call of the shared directory that the scheduler has not answered yet. Completing it runs the caller's code on the
/// spot, up to its next call: so everything happens on one thread, in an order that the seed determines.
/// </summary>
internal sealed class Operation(SimulatedClient client, Verb verb, string path, string? target, ReadOnlyMemory<byte> content)
    : SimulatedEvent(client.Process), IValueTaskSource, IValueTaskSource<bool>, IValueTaskSource<byte[]?>, IValueTaskSource<IReadOnlyList<string>>
{
    private ManualResetValueTaskSourceCore<bool> core;

    public Verb Verb => verb;

    public string Path => path;

    public string? Target => target;

    public ReadOnlyMemory<byte> Content => content;

    public short Version => core.Version;

    /// <summary>The first half has happened: the file is there and cut off, or the first part of the directory was read.</summary>
    public bool Begun { get; set; }

    /// <summary>It has happened; only the caller does not know it yet.</summary>
    public bool Done { get; set; }

    /// <summary>The file that a write goes to, or that a rename found under the old name.</summary>
    public SimulatedFile? File { get; set; }

    /// <summary>What the first half of a listing saw.</summary>
    public List<string>? FirstHalf { get; set; }

    public bool Flag { get; set; }

    public byte[]? Bytes { get; set; }

    public IReadOnlyList<string>? Names { get; set; }

    public Exception? Error { get; set; }

    public override void Happen() => client.Advance(this);

    /// <summary>Answers the caller.</summary>
    public void Complete()
    {
        if (Error is null)
            core.SetResult(true);
        else
            core.SetException(Error);
    }

    public ValueTaskSourceStatus GetStatus(short token) => core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        core.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.GetResult(short token) => core.GetResult(token);

    bool IValueTaskSource<bool>.GetResult(short token) => core.GetResult(token) && Flag;

    byte[]? IValueTaskSource<byte[]?>.GetResult(short token) => core.GetResult(token) ? Bytes : null;

    IReadOnlyList<string> IValueTaskSource<IReadOnlyList<string>>.GetResult(short token) => core.GetResult(token) ? Names! : [];
}
