using System.Collections.Concurrent;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.OutputDevice;
using Microsoft.Testing.Platform.Extensions.TestHost;
using Microsoft.Testing.Platform.Messages;
using Microsoft.Testing.Platform.OutputDevice;
using Microsoft.Testing.Platform.Services;
using Microsoft.Testing.Platform.TestHost;
using MultiRunner.Hosting;

namespace MultiRunner.TestingPlatform;

/// <summary>
/// Shows the sweeps of this process under Microsoft.Testing.Platform: lines of progress where they can be seen, and in the end the report
/// of each sweep as a file of the test session.
/// </summary>
internal sealed class SweepReports(Front front, IMessageBus bus, IOutputDevice output)
    : ITestSessionLifetimeHandler, IDataProducer, IOutputDeviceDataProducer, IRunObserver
{
    private readonly ConcurrentQueue<EndedSweep> ended = new();

    /// <inheritdoc/>
    public string Uid => "MultiRunner.Xunit";

    /// <inheritdoc/>
    public string Version => typeof(SweepReports).Assembly.GetName().Version!.ToString();

    /// <inheritdoc/>
    public string DisplayName => "MultiRunner.Xunit";

    /// <inheritdoc/>
    public string Description => "Shows how far sweeps have come, and their reports.";

    /// <inheritdoc/>
    public Type[] DataTypesProduced => [typeof(SessionFileArtifact), typeof(TestNodeUpdateMessage)];

    /// <inheritdoc/>
    public bool ShowsProgress => front == Front.Console;

    /// <inheritdoc/>
    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    /// <inheritdoc/>
    public Task OnTestSessionStartingAsync(ITestSessionContext testSessionContext)
    {
        RunObserver.Current = this;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Progress(string line) => _ = output.DisplayAsync(this, new TextOutputDeviceData(line), CancellationToken.None);

    /// <inheritdoc/>
    public void Ended(EndedSweep sweep) => ended.Enqueue(sweep);

    /// <inheritdoc/>
    public async Task OnTestSessionFinishingAsync(ITestSessionContext testSessionContext)
    {
        RunObserver.Current = null;
        while (ended.TryDequeue(out var sweep))
            await bus.PublishAsync(this, FileOf(sweep, testSessionContext.SessionUid)).ConfigureAwait(false);
    }

    /// <summary>
    /// <c>dotnet test</c> shows the path of a file of the session, and of the file of a test also the test's name, but no text. So the
    /// headline is the name of a test that is under way: one that has ended would be counted, and of one without a state it shows nothing.
    /// Elsewhere such a test would seem to run for ever.
    /// </summary>
    private IData FileOf(EndedSweep sweep, SessionUid session)
    {
        var page = new FileInfo(sweep.Page);
        if (front != Front.DotnetTest)
            return new SessionFileArtifact(session, page, "Report of a sweep", sweep.Headline);
        var file = new FileArtifactProperty(page, "Report of a sweep", sweep.Headline);
        return new TestNodeUpdateMessage(session, new TestNode
        {
            Uid = $"{Uid}: {sweep.Page}",
            DisplayName = sweep.Headline,
            Properties = new PropertyBag(InProgressTestNodeStateProperty.CachedInstance, file),
        });
    }
}
