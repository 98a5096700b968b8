namespace MultiRunner.Grids;

/// <summary>
/// The way from no argument of a point to all of them: each condition is decided before its parameter needs a value, and each constraint
/// is asked as early as it can be. One thread uses it at a time.
/// </summary>
internal sealed class SpaceWalk
{
    private readonly string sweep;
    private readonly GridSpace space;

    // By their lengths. A walk asks millions of times, and each question would otherwise cost an array.
    private readonly object?[][] asked;

    /// <exception cref="GridException">The conditions depend on one another in a circle.</exception>
    public SpaceWalk(string sweep, GridSpace space)
    {
        this.sweep = sweep;
        this.space = space;
        asked = [.. Enumerable.Range(0, space.Parameters.Count + 1).Select(count => new object?[count])];
        Steps = StepsOf(SpaceOrder.Of(sweep, space));
        IsInOrder = Steps.Select(step => step.Index).SequenceEqual(Enumerable.Range(0, Steps.Count));
    }

    /// <summary>The steps, in their order.</summary>
    public IReadOnlyList<SpaceStep> Steps { get; }

    /// <summary>Whether the steps are in the order of the code.</summary>
    public bool IsInOrder { get; }

    /// <summary>Whether the dimension of a step matters, in the light of the arguments that have been chosen before it.</summary>
    public bool Matters(SpaceStep step, object?[] arguments) =>
        step.Condition is null || Ask(step.Condition.Applies, arguments);

    /// <summary>Whether the constraints of a step allow the arguments so far.</summary>
    public bool Allows(SpaceStep step, object?[] arguments)
    {
        for (var i = 0; i < step.Constraints.Count; i++)
        {
            if (!Ask(step.Constraints[i], arguments))
                return false;
        }

        return true;
    }

    /// <summary>Asks a predicate about arguments, of which those that it looks at are chosen.</summary>
    /// <exception cref="GridException">The user's code threw.</exception>
    public bool Ask(Predicate predicate, object?[] arguments)
    {
        var values = asked[predicate.Parameters.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = arguments[predicate.Parameters[i]];
        try
        {
            return predicate.Holds(values);
        }
        catch (Exception e) when (e is not GridException)
        {
            throw new GridException(Messages.PredicateThrew(sweep, predicate, space.Parameters, values, e));
        }
    }

    private List<SpaceStep> StepsOf(IReadOnlyList<int> order)
    {
        var conditions = space.Conditions.ToDictionary(c => c.Parameter);
        var chosen = new HashSet<int>();
        var left = space.Constraints.ToList();
        var steps = new List<SpaceStep>();
        foreach (var index in order)
        {
            var dimension = space.Dimensions[index];
            chosen.UnionWith(dimension.Parameters);
            var askable = left.Where(constraint => constraint.Parameters.All(chosen.Contains)).ToList();
            left.RemoveAll(askable.Contains);
            steps.Add(new SpaceStep(dimension, index, conditions.GetValueOrDefault(dimension.Parameters[0]), askable));
        }

        return steps;
    }
}
