using CsCheck;
using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

public class DimensionsPropertyTests
{
    private static readonly string?[] Groups = [null, "", "b"];

    private static readonly Gen<Axis[]> Axes =
        from groups in Gen.Int[0, 2].Select(i => Groups[i]).Array[1, 5]
        from lengths in Gen.Int[1, 4].Array[5]
        select groups.Select((_, i) => AxisOf(groups, lengths, i)).ToArray();

    [Fact]
    public void A_grid_is_what_is_left_of_the_product_when_members_of_a_group_must_stand_at_the_same_place() =>
        Axes.Sample(axes =>
        {
            var expected = Product([.. axes.Select(axis => axis.Values.Count)]).Where(places => AreInStep(axes, places))
                .Select(places => places.Select((place, i) => axes[i].Values[place]));
            Assert.Equal(expected, Grid.FromAxes("Sweep", axes).Points.Select(point => point.Arguments));
        });

    private static bool AreInStep(Axis[] axes, int[] places) =>
        axes.Zip(places).Where(a => a.First.Group is not null).GroupBy(a => a.First.Group).All(group => group.Select(a => a.Second).Distinct().Count() == 1);

    private static IEnumerable<int[]> Product(int[] lengths) => lengths.Aggregate(
        (IEnumerable<int[]>)[[]],
        (heads, length) => heads.SelectMany(head => Enumerable.Range(0, length).Select(place => (int[])[.. head, place])));

    /// <summary>A lone member of a group is in none. All members after the first have each value twice.</summary>
    private static Axis AxisOf(string?[] groups, int[] lengths, int index)
    {
        var group = groups.Count(other => other == groups[index]) > 1 ? groups[index] : null;
        var first = group is null ? index : Array.IndexOf(groups, group);
        var values = Enumerable.Range(0, lengths[first]).Select(place => (object?)(first == index ? place : place / 2));
        return new(new Parameter($"p{index}", typeof(int)), [.. values]) { Group = group };
    }
}
