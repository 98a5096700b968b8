namespace MultiRunner.Grids;

/// <summary>
/// The order in which the dimensions of a space get their values, so that each condition is decided before its parameter needs a value, and
/// each constraint is asked as early as it can be.
/// </summary>
internal sealed class SpaceWalk
{
    private readonly string sweep;
    private readonly GridSpace space;

    /// <exception cref="GridException">The conditions depend on one another in a circle.</exception>
    public SpaceWalk(string sweep, GridSpace space)
    {
        this.sweep = sweep;
        this.space = space;
        Steps = Order();
    }

    /// <summary>The steps, in their order.</summary>
    public IReadOnlyList<SpaceStep> Steps { get; }

    /// <summary>Whether the steps are in the order of the code.</summary>
    public bool IsInOrder => Steps.Select(step => step.Index).SequenceEqual(Enumerable.Range(0, Steps.Count));

    /// <summary>Whether the dimension of a step matters, in the light of the arguments that have been chosen before it.</summary>
    public bool Matters(SpaceStep step, object?[] arguments) =>
        step.Condition is null || Ask(step.Condition.Applies, arguments);

    /// <summary>Whether the constraints of a step allow the arguments so far.</summary>
    public bool Allows(SpaceStep step, object?[] arguments)
    {
        foreach (var constraint in step.Constraints)
        {
            if (!Ask(constraint, arguments))
                return false;
        }

        return true;
    }

    /// <summary>Asks a predicate about arguments, of which those that it looks at are chosen.</summary>
    /// <exception cref="GridException">The user's code threw.</exception>
    public bool Ask(Predicate predicate, object?[] arguments)
    {
        var asked = new object?[predicate.Parameters.Count];
        for (var i = 0; i < asked.Length; i++)
            asked[i] = arguments[predicate.Parameters[i]];
        try
        {
            return predicate.Holds(asked);
        }
        catch (Exception e) when (e is not GridException)
        {
            throw new GridException(Messages.PredicateThrew(sweep, predicate, space.Parameters, asked, e));
        }
    }

    private List<SpaceStep> Order()
    {
        var conditions = space.Conditions.ToDictionary(c => c.Parameter);
        var left = Enumerable.Range(0, space.Dimensions.Count).ToList();
        var chosen = new HashSet<int>();
        var asked = new HashSet<Predicate>(ReferenceEqualityComparer.Instance);
        var steps = new List<SpaceStep>();
        while (left.Count > 0)
        {
            var next = left.FindIndex(d => ConditionOf(d) is not { } c || c.Applies.Parameters.All(chosen.Contains));
            if (next < 0)
                throw new GridException(Messages.CircularConditions(sweep, space.Parameters, [.. left.Select(ConditionOf).OfType<Condition>()]));
            var index = left[next];
            left.RemoveAt(next);
            chosen.UnionWith(space.Dimensions[index].Parameters);
            var askable = space.Constraints.Where(c => c.Parameters.All(chosen.Contains) && asked.Add(c)).ToList();
            steps.Add(new SpaceStep(space.Dimensions[index], index, ConditionOf(index), askable));
        }

        return steps;

        Condition? ConditionOf(int dimension) => conditions.GetValueOrDefault(space.Dimensions[dimension].Parameters[0]);
    }
}
