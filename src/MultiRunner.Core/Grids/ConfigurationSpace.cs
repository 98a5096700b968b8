namespace MultiRunner.Grids;

/// <summary>
/// A space whose repeats are set apart. A sampling takes configurations, and each of them is run with all of its repeats: reports compare
/// configurations by the means over their repeats.
/// </summary>
internal sealed class ConfigurationSpace
{
    private readonly string sweep;
    private readonly GridSpace space;
    private readonly HashSet<Dimension> repeats;
    private readonly bool isRestricted;

    public ConfigurationSpace(string sweep, GridSpace space)
    {
        this.sweep = sweep;
        this.space = space;
        repeats = [.. space.Dimensions.Where(IsRepeat)];
        isRestricted = space.Constraints.Any(AsksAboutRepeats);
        Configurations = repeats.Count == 0
            ? space
            : space with
            {
                // One row without a value keeps the places of the others.
                Dimensions = [.. space.Dimensions.Select(d => repeats.Contains(d) ? d.At(new object?[space.Parameters.Count]) : d)],
                Constraints = [.. space.Constraints.Where(c => !AsksAboutRepeats(c))],
                Conditions = [.. space.Conditions.Where(c => !repeats.Any(d => d.Parameters.Contains(c.Parameter)))],
            };
    }

    /// <summary>Whether configurations have repeats.</summary>
    public bool HasRepeats => repeats.Count > 0;

    /// <summary>The space without its repeats, whose parameters have no value there.</summary>
    public GridSpace Configurations { get; }

    /// <summary>Whether the constraints allow a repeat of a configuration that they allow without its repeats.</summary>
    public bool HasPoints(object?[] configuration) => !isRestricted || PointsOf([.. configuration], Enumeration.MaxRefused).Any();

    /// <summary>The points of a configuration: all repeats that the constraints allow.</summary>
    /// <exception cref="GridException">There are more than <paramref name="maxPoints"/>.</exception>
    public IEnumerable<object?[]> PointsOf(object?[] configuration, int maxPoints)
    {
        var only = space with { Dimensions = [.. space.Dimensions.Select(d => repeats.Contains(d) ? d : d.At(configuration))] };
        return Enumeration.Of(sweep, only, new SpaceWalk(sweep, only), maxPoints);
    }

    /// <summary>
    /// Whether a dimension has nothing but repeats that are listed, and no parameter of a configuration depends on them.
    /// </summary>
    private bool IsRepeat(Dimension dimension) =>
        dimension.Distribution is null
        && dimension.Parameters.All(p => space.Parameters[p].IsRepeat)
        && !space.Conditions.Any(c => !space.Parameters[c.Parameter].IsRepeat && c.Applies.Parameters.Any(dimension.Parameters.Contains));

    private bool AsksAboutRepeats(Predicate constraint) => repeats.Any(d => d.Parameters.Any(constraint.Parameters.Contains));
}
