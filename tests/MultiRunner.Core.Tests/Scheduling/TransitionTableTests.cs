using System.Text;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

public class TransitionTableTests
{
    private static readonly PointStatus[] Statuses = Enum.GetValues<PointStatus>();
    private static readonly PointEvent[] Events = Enum.GetValues<PointEvent>();

    /// <summary>Every pair of a status and an event, those that cannot happen included, is written out in the verified file.</summary>
    [Fact]
    public void Every_pair_is_as_it_was_reviewed()
    {
        var text = new StringBuilder();
        foreach (var status in Statuses)
        {
            text.Append(status).Append('\n');
            foreach (var what in Events)
            {
                var then = TransitionTable.Find(status, what) is not var (next, effect) ? "cannot happen"
                    : $"{(next == status ? "stays" : next)}{(effect == PointEffect.None ? "" : $", {effect}")}";
                text.Append("    ").Append(what.ToString().PadRight(15)).Append(then).Append('\n');
            }
        }

        Snapshot.Match(text.ToString());
    }

    [Fact]
    public void A_scan_may_show_anything_of_any_point()
    {
        foreach (var what in Events.Where(e => e.ToString().StartsWith("Seen", StringComparison.Ordinal)))
            Assert.All(Statuses, status => Assert.NotNull(TransitionTable.Find(status, what)));
    }

    [Fact]
    public void What_a_slot_has_in_hand_is_taken_from_it_by_no_scan()
    {
        PointStatus[] inHand = [PointStatus.Claiming, PointStatus.Running, PointStatus.Duplicating, PointStatus.Describing];
        foreach (var what in Events.Where(e => e.ToString().StartsWith("Seen", StringComparison.Ordinal)))
            Assert.All(inHand, status => Assert.Equal(status, TransitionTable.Find(status, what)!.Value.Next));
    }

    [Fact]
    public void What_is_reported_stays_so() =>
        Assert.All(Events, what => Assert.True(TransitionTable.Find(PointStatus.Reported, what) is null or (PointStatus.Reported, PointEffect.None)));

    [Fact]
    public void A_point_is_reported_only_by_a_slot_or_when_the_worker_has_stopped() =>
        Assert.All(Events.Where(e => e != PointEvent.Reported), what =>
            Assert.DoesNotContain(Statuses.Where(s => s != PointStatus.Reported), status => TransitionTable.Find(status, what)?.Next == PointStatus.Reported));
}
