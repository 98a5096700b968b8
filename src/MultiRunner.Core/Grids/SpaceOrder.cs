namespace MultiRunner.Grids;

/// <summary>
/// The order in which the dimensions of a space get their values. A condition is decided before its parameter needs a value. The
/// dimensions of a constraint stand together and before those about which no constraint asks, so that as few combinations as possible are
/// made before it is asked. Apart from that, the order is that of the code.
/// </summary>
internal sealed class SpaceOrder
{
    private readonly GridSpace space;
    private readonly Dictionary<int, Condition> conditions;
    private readonly Dictionary<int, int> dimensionOf = [];
    private readonly List<int> order = [];

    private SpaceOrder(GridSpace space)
    {
        this.space = space;
        conditions = space.Conditions.ToDictionary(c => c.Parameter);
        for (var i = 0; i < space.Dimensions.Count; i++)
        {
            foreach (var parameter in space.Dimensions[i].Parameters)
                dimensionOf[parameter] = i;
        }
    }

    /// <summary>The dimensions, by their indices.</summary>
    /// <exception cref="GridException">The conditions depend on one another in a circle.</exception>
    public static IReadOnlyList<int> Of(string sweep, GridSpace space)
    {
        var order = new SpaceOrder(space);
        order.CheckCircles(sweep);
        var left = space.Constraints.ToList();
        while (left.Count > 0)
        {
            // MinBy takes the first of those that are alike.
            var next = left.MinBy(order.CombinationsBefore)!;
            left.Remove(next);
            order.AddAll(order.DimensionsOf(next));
        }

        order.AddAll(Enumerable.Range(0, space.Dimensions.Count));
        return order.order;
    }

    /// <summary>When the dimension matters; null: always. Dimensions of several parameters have no condition.</summary>
    private Condition? ConditionOf(int dimension) => conditions.GetValueOrDefault(space.Dimensions[dimension].Parameters[0]);

    private void CheckCircles(string sweep)
    {
        List<int> left = [.. Enumerable.Range(0, space.Dimensions.Count)];
        List<int> stuck;
        while ((stuck = [.. left.Where(dimension => Needs(dimension).Any(left.Contains))]).Count < left.Count)
            left = stuck;
        if (left.Count > 0)
        {
            var circular = left.Select(ConditionOf).OfType<Condition>().ToList();
            throw new GridException(Messages.CircularConditions(sweep, space.Parameters, circular));
        }
    }

    /// <summary>The number of combinations that are made of the dimensions which a constraint still needs.</summary>
    private double CombinationsBefore(Predicate constraint)
    {
        var needed = new HashSet<int>();
        foreach (var dimension in DimensionsOf(constraint))
            Collect(dimension, needed);
        return needed.Except(order).Aggregate(1.0, (product, dimension) => product * space.Dimensions[dimension].Rows.Count);
    }

    private void Collect(int dimension, HashSet<int> needed)
    {
        if (!needed.Add(dimension))
            return;
        foreach (var before in Needs(dimension))
            Collect(before, needed);
    }

    private void AddAll(IEnumerable<int> dimensions)
    {
        foreach (var dimension in dimensions.Order())
            Add(dimension);
    }

    private void Add(int dimension)
    {
        if (order.Contains(dimension))
            return;
        AddAll(Needs(dimension));
        order.Add(dimension);
    }

    private IEnumerable<int> DimensionsOf(Predicate predicate) =>
        predicate.Parameters.Select(parameter => dimensionOf[parameter]).Distinct();

    private IEnumerable<int> Needs(int dimension) => ConditionOf(dimension) is { } condition ? DimensionsOf(condition.Applies) : [];
}
