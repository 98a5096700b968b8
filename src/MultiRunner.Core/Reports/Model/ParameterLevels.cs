using System.Globalization;
using MultiRunner.Grids;

namespace MultiRunner.Reports.Model;

/// <summary>
/// What counts as one value of a parameter when values are compared. Each value does, unless its parameter has many different numbers in
/// a sweep whose points are drawn: nearly every point has a number of its own then, so that nothing can be said of any one of them.
/// These are taken together in intervals with about as many points each, as far as equal numbers allow it.
/// </summary>
internal sealed class ParameterLevels
{
    /// <summary>How many different numbers are taken one by one.</summary>
    public const int MostValues = 10;

    private const int MostIntervals = 5;
    private const int FewestPoints = 5;

    private readonly Dictionary<CanonicalJson, ValueLevel>? intervals;

    private ParameterLevels(Dictionary<CanonicalJson, ValueLevel>? intervals) => this.intervals = intervals;

    /// <summary>Whether numbers are taken together.</summary>
    public bool HasIntervals => intervals is not null;

    /// <summary>What a value counts as.</summary>
    public ValueLevel Of(CanonicalJson value) =>
        intervals is not null && intervals.TryGetValue(value, out var interval) ? interval : new ValueLevel(value);

    /// <summary>The number that a value is, or null.</summary>
    public static double? Number(CanonicalJson value) =>
        double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The levels of one parameter.</summary>
    /// <param name="values">Its value at each point; null where a point has none.</param>
    /// <param name="areDrawn">Whether the points are drawn.</param>
    public static ParameterLevels Of(IEnumerable<CanonicalJson?> values, bool areDrawn)
    {
        if (!areDrawn)
            return new ParameterLevels(null);
        var numbers = values.OfType<CanonicalJson>()
            .CountBy(value => value)
            .Select(value => (Value: value.Key, Number: Number(value.Key), Points: value.Value))
            .Where(value => value.Number is not null)
            .OrderBy(value => value.Number)
            .ThenBy(value => value.Value.Text, StringComparer.Ordinal)
            .Select(value => (value.Value, value.Points))
            .ToList();
        return new ParameterLevels(numbers.Count > MostValues ? Cut(numbers) : null);
    }

    /// <summary>
    /// A number with more points than an interval would have stays alone, such as the value that many points have where the parameter does
    /// not matter. The numbers below it and those above it are cut on their own, since an interval must not reach over it.
    /// </summary>
    private static Dictionary<CanonicalJson, ValueLevel> Cut(List<(CanonicalJson Value, int Points)> numbers)
    {
        var all = numbers.Sum(n => (long)n.Points);
        var count = Math.Clamp(all / FewestPoints, 2, MostIntervals);
        var alone = numbers.Where(n => n.Points * count > all).ToHashSet();
        var rest = all - alone.Sum(n => (long)n.Points);
        var size = rest / (double)Math.Clamp(rest / FewestPoints, 1, count - alone.Count);
        var levels = alone.ToDictionary(n => n.Value, n => new ValueLevel(n.Value));
        List<(CanonicalJson Value, int Points)> run = [];
        foreach (var number in numbers)
        {
            if (!alone.Contains(number))
            {
                run.Add(number);
                continue;
            }

            AddIntervals(levels, run, size);
            run.Clear();
        }

        AddIntervals(levels, run, size);
        return levels;
    }

    /// <summary>Each number goes where the middle one of its points lies, so that equal numbers stay together.</summary>
    private static void AddIntervals(
        Dictionary<CanonicalJson, ValueLevel> levels, List<(CanonicalJson Value, int Points)> numbers, double size)
    {
        var all = numbers.Sum(n => (long)n.Points);
        var count = Math.Max(1, (long)Math.Round(all / size));
        var before = 0L;
        var placed = new List<(CanonicalJson Value, long Interval)>();
        foreach (var (value, points) in numbers)
        {
            placed.Add((value, ((2 * before) + points) * count / (2 * all)));
            before += points;
        }

        foreach (var interval in placed.GroupBy(p => p.Interval, p => p.Value))
        {
            var (from, to) = (interval.First(), interval.Last());
            foreach (var value in interval)
                levels[value] = new ValueLevel(from, from == to ? null : to);
        }
    }
}
