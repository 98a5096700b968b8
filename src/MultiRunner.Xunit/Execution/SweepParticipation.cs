using MultiRunner.Definition;
using MultiRunner.Format;
using MultiRunner.Hosting;
using MultiRunner.Membership;
using MultiRunner.Reports;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;
using MultiRunner.Scheduling;
using MultiRunner.Storage;

namespace MultiRunner.Execution;

/// <summary>This process's part in one sweep, after it has joined.</summary>
/// <param name="definition">The sweep method.</param>
/// <param name="me">This process as a worker.</param>
/// <param name="root">The absolute path of the sweep directory.</param>
/// <param name="directory">The sweep directory.</param>
/// <param name="worker">This process's share in the work.</param>
/// <param name="heartbeat">Shows the others that this process lives.</param>
/// <param name="progress">How far the points have come.</param>
/// <param name="cases">The test cases that it has to report, by the index of their point.</param>
internal sealed class SweepParticipation(
    SweepDefinition definition,
    WorkerIdentity me,
    string root,
    ISharedDirectory directory,
    SweepWorker worker,
    Heartbeat heartbeat,
    SweepProgress progress,
    IReadOnlyDictionary<int, SweepTestCase> cases)
{
    public SweepDefinition Definition => definition;

    /// <summary>This process as a worker.</summary>
    public WorkerIdentity Me => me;

    /// <summary>The absolute path of the sweep directory.</summary>
    public string Root => root;

    public ISharedDirectory Directory => directory;

    public SweepWorker Worker => worker;

    public SweepProgress Progress => progress;

    /// <summary>What people see of the progress.</summary>
    public ProgressLines Lines { get; } = new(
        progress.Read,
        ProgressOutput.Of(Environment.GetCommandLineArgs(), RunObserver.Current, ProgressOutput.ToErrorStream),
        TimeProvider.System);

    /// <summary>Whether there are points with a test case of their own.</summary>
    public bool HasCases => cases.Count > 0;

    /// <summary>The test case of a point that this process has to report.</summary>
    public SweepTestCase CaseOf(int point) => cases[point];

    /// <summary>Leaves the sweep and writes its report. A report that goes wrong never stops the run.</summary>
    public async ValueTask<FinalReport> LeaveAndReport()
    {
        await Leave();
        string[] remarks = [.. worker.LeftBehind, .. BuildRemarks.Of(worker, me, definition.Assembly)];
        try
        {
            var options = new ReadingOptions { Build = definition.Assembly };
            var shown = await new ReportWriter(directory, me.Id, TimeProvider.System, options).Write();
            TellObserver(shown);
            var problem = shown.Made?.Report is { LacksBest: true } report ? Messages.NoBestPoint(definition.Name, report.Warnings) : null;
            return new FinalReport(Join(shown.Text), problem);
        }
        catch (Exception e)
        {
            return new FinalReport(Join(Messages.ReportFailed(definition.Name, e)), Problem: null);
        }

        string Join(string text) => string.Join("\n\n", [text, .. remarks]);
    }

    /// <summary>A report that could not be written has no page to show.</summary>
    private void TellObserver(ShownReport shown)
    {
        if (shown.Made?.Problem is null)
            RunObserver.Current?.Ended(new EndedSweep(shown.Headline, SweepLayout.In(root, SweepLayout.HtmlReport)));
    }

    /// <summary>Says that this worker holds nothing any more.</summary>
    private async ValueTask Leave()
    {
        Lines.Dispose();
        heartbeat.Dispose();
        Termination.Forget(this);
        try
        {
            await worker.Leave();
        }
        catch (SharedDirectoryException)
        {
            // Others find out from the heartbeat; what is wrong with the directory is in the report's warnings.
        }
    }
}
