using System.Globalization;
using MultiRunner.Grids.Drawing;

namespace MultiRunner.Grids;

/// <summary>The messages about the points that a grid takes from its space.</summary>
internal static class Messages
{
    public static string PredicateThrew(
        string sweep, Predicate predicate, IReadOnlyList<Parameter> parameters, object?[] asked, Exception exception)
    {
        var arguments = predicate.Parameters.Select((p, i) => $"{parameters[p].Name}: {ArgumentConverter.Describe(asked[i])}");
        return $"{sweep}: {predicate.Name} must answer true or false for every combination, but it threw {exception.GetType().Name} "
            + $"({exception.Message}) for {string.Join(", ", arguments)}. Make it answer for these arguments, too.";
    }

    public static string CircularConditions(string sweep, IReadOnlyList<Parameter> parameters, IReadOnlyCollection<Condition> conditions)
    {
        var each = conditions.Select(c => $"'{parameters[c.Parameter].Name}' depends on "
            + string.Join(", ", c.Applies.Parameters.Select(p => $"'{parameters[p].Name}'")));
        return $"{sweep}: whether a parameter matters must follow from parameters that do not depend on it, but "
            + $"{string.Join("; ", each)}. Remove one of these [When].";
    }

    public static string TooManyPoints(string sweep, int maxPoints) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sweep}: a sweep has at most {maxPoints:N0} points, but the combinations that its constraints allow are more. Take fewer "
            + $"values, set a Sampling, or raise MaxPoints on [SweepTheory].");

    public static string TooManyWithExtraRows(string sweep, int maxPoints, int points, int extraRows)
    {
        var extra = extraRows == 0 ? "" : $", of which {N((UInt128)extraRows)} {(extraRows == 1 ? "is" : "are")} from [AlsoRun]";
        return $"{sweep}: a sweep has at most {N((UInt128)maxPoints)} points, but this one has {N((UInt128)points)}{extra}. Take "
            + "fewer values, or raise MaxPoints on [SweepTheory].";
    }

    public static string TooManyCombinations(string sweep, int refused, GridSpace space) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sweep}: the constraints of a grid may refuse at most {refused:N0} combinations one by one, but {Names(space)} "
            + $"{(space.Constraints.Count == 1 ? "refuses" : "refuse")} more of {SizeOf(space)}. Let each constraint look at fewer "
            + $"parameters, so that it refuses many combinations at once, take fewer values, or set a Sampling.");

    public static string NothingAllowed(string sweep, GridSpace space) =>
        $"{sweep}: a sweep needs at least one point, but {Names(space)} {(space.Constraints.Count == 1 ? "allows" : "allow")} none of "
        + $"{SizeOf(space)}. Loosen the constraint, or give the axes other values.";

    public static string UnknownSampling(string sweep, Sampling sampling) =>
        $"{sweep}: Sampling of [SweepTheory] must be one of {string.Join(", ", Enum.GetNames<Sampling>())}, but it is {sampling:D}. Write "
        + "one of these.";

    public static string RepeatedValues(string sweep, IReadOnlyCollection<string> repeated) =>
        $"{sweep}: each value of an axis is listed once, but {Offenders.Some(repeated, "; ")}. Remove the repeated values; to run each "
        + "configuration several times, add an axis such as [Repeats(3)] int seed.";

    public static string NeedsSamples(string sweep, Sampling sampling) =>
        $"{sweep}: Sampling.{sampling} draws a given number of points, but Samples is not set. Set it, such as Samples = 200.";

    public static string TooFewSamples(string sweep, int samples) => string.Create(
        CultureInfo.InvariantCulture, $"{sweep}: Samples of [SweepTheory] must be at least 1, but it is {samples}. Give a larger number.");

    public static string SamplesWithout(string sweep, Sampling sampling, string given) =>
        $"{sweep}: {given} of [SweepTheory] {(given.Contains(' ', StringComparison.Ordinal) ? "are" : "is")} for points that are drawn, "
        + $"but Sampling is {sampling}, which draws none. Set Sampling to Random, Latin or Sobol, or remove {given}.";

    public static string DrawnValues(string sweep, Sampling sampling, IReadOnlyCollection<string> axes) =>
        $"{sweep}: Sampling.{sampling} needs axes whose values are listed, but {string.Join(", ", axes)} "
        + $"{(axes.Count == 1 ? "has" : "have")} values without number. Set Sampling to Random, Latin or Sobol and the number of "
        + "Samples, or list values with [LinRange] or [LogRange].";

    public static string MoreSamplesThanMaxPoints(string sweep, int samples, int maxPoints) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sweep}: a sweep has at most {maxPoints:N0} points, but Samples is {samples:N0}. Lower it, or raise MaxPoints on "
            + $"[SweepTheory].");

    public static string TooManyDimensions(string sweep, int dimensions) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sweep}: a Sobol' sequence has at most {SobolSequence.MaxDimensions} dimensions, but this sweep has {dimensions} axes. Take "
            + $"fewer axes, or write Sampling = Sampling.Latin or Sampling = Sampling.Random on [SweepTheory], which have no such limit.");

    public static string TooManyRepeats(string sweep, int maxPoints, int configurations) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sweep}: a sweep has at most {maxPoints:N0} points, but {configurations:N0} configurations with all of their repeats are more. "
            + $"Lower Samples or the number of repeats, or raise MaxPoints on [SweepTheory].");

    public static string MoreSamplesThanPoints(string sweep, int samples, GridSpace space, UInt128 points) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sweep}: each point is drawn once, so there are at most as many Samples as points, but Samples is {samples:N0}, and of "
            + $"{SizeOf(space)} {points:N0} can be drawn{Because(space)}. Lower Samples, or remove Sampling to run all points.");

    public static string FewAllowed(string sweep, int samples, ulong tries, int found, GridSpace space)
    {
        var remedy = space.Constraints.Count == 0
            ? "give the axes more values."
            : "state the space so that most combinations are allowed.";
        return $"{sweep}: {N((UInt128)samples)} {(samples == 1 ? "point was" : "points were")} to be drawn, but of {N(tries)} draws only "
            + $"{N((UInt128)found)} gave a new point{Because(space)}. Lower Samples, or {remedy}";
    }

    private static string Because(GridSpace space) => space.Constraints.Count == 0
        ? ""
        : $", because {Names(space)} {(space.Constraints.Count == 1 ? "forbids" : "forbid")} the others";

    private static string Names(GridSpace space) => Offenders.Some([.. space.Constraints.Select(c => c.Name)], ", ");

    private static string SizeOf(GridSpace space) => space.Size is { } size
        ? string.Create(CultureInfo.InvariantCulture, $"{size:N0} {(size == 1 ? "combination" : "combinations")}")
        : "combinations without number";

    private static string N(UInt128 number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
