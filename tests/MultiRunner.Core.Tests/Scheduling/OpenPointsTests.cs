using MultiRunner.Core.Tests.Simulation;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

/// <summary>Which point is claimed next.</summary>
public sealed class OpenPointsTests
{
    [Fact]
    public void They_are_those_of_a_sorted_list()
    {
        var dice = new Dice(1);
        foreach (var count in (int[])[1, 2, 3, 7, 8, 9, 100])
        {
            int[] order = [.. Enumerable.Range(100, count).OrderBy(_ => dice.Next())];
            var open = new OpenPoints(order);
            var expected = new SortedSet<(int PutBacks, int Rank)>();
            for (var i = 0; i < 500; i++)
            {
                var some = (PutBacks: dice.Below(3), Rank: dice.Below(count));
                if (expected.Add(some))
                    open.Add(some.Rank, some.PutBacks);
                else if (expected.Remove(some))
                    open.Remove(some.Rank, some.PutBacks);
                Assert.Equal(expected.Select(e => order[e.Rank]), Enumerable.Range(0, open.Count).Select(open.At));
            }
        }
    }

    [Fact]
    public void A_point_that_failed_often_makes_room_for_one_that_failed_less_often()
    {
        var open = new OpenPoints([7, 8]);
        open.Add(0, putBacks: 100);
        open.Add(1, putBacks: 1);
        Assert.Equal([8, 7], [open.At(0), open.At(1)]);
        open.Remove(0, putBacks: 100);
        Assert.Equal((1, 8), (open.Count, open.At(0)));
    }
}
