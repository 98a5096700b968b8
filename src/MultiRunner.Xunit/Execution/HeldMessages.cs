using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>
/// Holds the messages of one attempt back until it is known whether the attempt counts: a test case is reported once, and
/// an attempt that fails or comes second is not reported at all.
/// </summary>
internal sealed class HeldMessages : IMessageBus
{
    private readonly Lock gate = new();
    private readonly List<IMessageSinkMessage> messages = [];

    /// <inheritdoc/>
    public bool QueueMessage(IMessageSinkMessage message)
    {
        lock (gate)
            messages.Add(message);
        return true;
    }

    /// <summary>The first message of a kind, or null.</summary>
    public T? Find<T>()
        where T : class, IMessageSinkMessage
    {
        lock (gate)
        {
            foreach (var message in messages)
            {
                if (message is T found)
                    return found;
            }
        }

        return null;
    }

    /// <summary>Lets the messages go. xunit answers false to one when the run is to stop.</summary>
    public void Release(IMessageBus bus, CancellationTokenSource cancellation)
    {
        IMessageSinkMessage[] held;
        lock (gate)
            held = [.. messages];
        foreach (var message in held)
        {
            if (!bus.QueueMessage(message))
                cancellation.Cancel();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
