using MultiRunner.Format;
using MultiRunner.Reports.Reading;
using Xunit;

namespace MultiRunner.Core.Tests.Reports.Live;

public sealed class SelectionTests
{
    private static readonly HashSet<string> Living = ["a", "b", "c"];

    [Fact]
    public void What_several_workers_were_asked_for_is_put_together()
    {
        var selection = Selection.Of([Worker("a", "0-2"), Worker("b", "2,5")], Living);

        Assert.Equal([0, 1, 2, 5], Enumerable.Range(0, 10).Where(selection.Has));
    }

    [Fact]
    public void A_worker_that_was_asked_for_nothing_runs_nothing() =>
        Assert.DoesNotContain(true, Enumerable.Range(0, 10).Select(Selection.Of([Worker("a", "")], Living).Has));

    [Theory]
    [InlineData(null)]
    [InlineData("0-x")]
    public void A_worker_that_does_not_say_what_it_was_asked_for_may_run_everything(string? text) =>
        Assert.True(Selection.Of([Worker("a", "1"), Worker("b", text)], Living).Has(7));

    [Fact]
    public void Only_workers_count_that_live_and_take_points()
    {
        Assert.False(Selection.Of([Worker("a", "1"), Worker("dead", "7"), Worker("b", "7", WorkerStates.Stopped)], Living).Has(7));
        Assert.True(Selection.Of([Worker("dead", "1")], Living).Has(7));
    }

    private static (string, WorkerRecord) Worker(string id, string? selected, string state = WorkerStates.Running) => (id, new WorkerRecord
    {
        Worker = new WorkerIdentity(id, id, null, null, 1, null),
        Beat = 1,
        IntervalSeconds = 10,
        State = state,
        Running = [],
        Finished = 0,
        Errors = 0,
        BusySeconds = 0,
        Started = SweepOnDisk.Start,
        Updated = SweepOnDisk.Start,
        Selected = selected,
    });
}
