using CsCheck;
using MultiRunner.Grids;
using Xunit;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>The points of a space are those that one finds by making the whole product, as the definition says it.</summary>
public class SpacePropertyTests
{
    [Fact]
    public void The_points_are_those_of_the_whole_product() =>
        Gen.Select(Gen.Int[1, 5].SelectMany(count => Gen.Int[1, 4].Array[count]), Gen.UInt).Sample((sizes, seed) =>
        {
            var (space, order) = RandomSpace(sizes, new Random((int)(seed & int.MaxValue)));
            var expected = WholeProduct(space, order);

            var walk = new SpaceWalk("S", space);
            var points = Enumeration.Of("S", space, walk, int.MaxValue).Select(values => PointKey.Of("S", space.Parameters, values));

            Assert.Equal(expected, points);
        });

    [Fact]
    public void The_random_spaces_are_of_every_kind()
    {
        var spaces = Enumerable.Range(0, 200).Select(i => RandomSpace([2, 3, 1, 4], new Random(i))).ToList();

        Assert.Contains(spaces, s => WholeProduct(s.Space, s.Order).Count == 0);
        Assert.Contains(spaces, s => s.Space.Conditions.Count > 2 && s.Space.Constraints.Count > 1 && WholeProduct(s.Space, s.Order).Count > 5);
        Assert.Contains(spaces, s => !new SpaceWalk("S", s.Space).IsInOrder);
        Assert.Contains(spaces, s => s.Space.Dimensions.Any(d => d.Parameters.Count == 2) && s.Space.Conditions.Count > 0);

        // A condition on a parameter that has a condition.
        Assert.Contains(spaces, s => s.Space.Conditions.Any(c => c.Applies.Parameters.Any(p => s.Space.Conditions.Any(d => d.Parameter == p))));
    }

    /// <summary>Makes the whole product, then replaces what does not matter, then drops what is not allowed, then what is there already.</summary>
    private static List<string> WholeProduct(GridSpace space, IReadOnlyList<int> order)
    {
        var product = space.Dimensions.Aggregate(
            new List<object?[]> { new object?[space.Parameters.Count] },
            (all, dimension) => [.. all.SelectMany(_ => dimension.Rows, (values, row) => With(values, dimension.Parameters, row))]);
        foreach (var values in product)
        {
            foreach (var condition in order.SelectMany(p => space.Conditions.Where(c => c.Parameter == p)))
            {
                if (!condition.Applies.Holds(Of(condition.Applies, values)))
                    values[condition.Parameter] = condition.Otherwise;
            }
        }

        return
        [
            .. product.Where(values => space.Constraints.All(constraint => constraint.Holds(Of(constraint, values))))
                .Select(values => PointKey.Of("S", space.Parameters, values))
                .Distinct(),
        ];
    }

    /// <summary>A space of dimensions of these sizes, and an order of its parameters in which conditions ask only about earlier ones.</summary>
    private static (GridSpace Space, IReadOnlyList<int> Order) RandomSpace(int[] sizes, Random random)
    {
        var parameters = new List<Parameter>();
        var dimensions = new List<Dimension>();
        foreach (var size in sizes)
        {
            List<int> own = [.. Enumerable.Range(parameters.Count, random.Next(4) == 0 ? 2 : 1)];
            parameters.AddRange(own.Select(i => new Parameter($"p{i}", typeof(int))));
            dimensions.Add(Dimension.InStep(own, [.. Enumerable.Range(0, size).Select(i => own.Select(p => (object?)(i + p)).ToArray())]));
        }

        var order = Enumerable.Range(0, parameters.Count).ToArray();
        random.Shuffle(order);
        var conditions =
            from at in Enumerable.Range(1, order.Length - 1)
            where random.Next(2) == 0 && dimensions.Exists(d => d.Parameters.SequenceEqual([order[at]]))
            select new Condition(order[at], RandomPredicate(order[..at], random), random.Next(2) == 0 ? -1 : order[at]);
        List<Predicate> constraints = [.. Enumerable.Range(0, random.Next(4)).Select(_ => RandomPredicate(order, random))];
        return (new GridSpace(parameters, dimensions) { Conditions = [.. conditions], Constraints = constraints }, order);
    }

    private static Predicate RandomPredicate(int[] parameters, Random random)
    {
        int[] some = [.. parameters];
        random.Shuffle(some);
        var (seed, share) = (random.Next(), random.Next(2, 6));
        return new Predicate("p", some[..random.Next(1, some.Length + 1)], values =>
            values.Aggregate((uint)seed, (hash, value) => (hash ^ (uint)(int)value!) * 2654435761) >> 8 is var hash && hash % share != 0);
    }

    private static object?[] With(object?[] values, IReadOnlyList<int> parameters, object?[] row)
    {
        object?[] copy = [.. values];
        for (var i = 0; i < row.Length; i++)
            copy[parameters[i]] = row[i];
        return copy;
    }

    private static object?[] Of(Predicate predicate, object?[] values) => [.. predicate.Parameters.Select(p => values[p])];
}
