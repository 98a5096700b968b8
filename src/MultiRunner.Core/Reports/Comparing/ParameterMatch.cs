using MultiRunner.Grids;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Comparing;

/// <summary>Which parameters of two sides are the same. They are matched by name.</summary>
internal sealed class ParameterMatch
{
    /// <summary>JSON has no NUL in it.</summary>
    private const char Separator = '\0';

    /// <summary>The name of the first side.</summary>
    public const string BeforeName = "before";

    /// <summary>The name of the second side.</summary>
    public const string AfterName = "after";

    private readonly SweepReport before;
    private readonly SweepReport after;
    private readonly List<ConstantParameter> constants = [];
    private readonly List<string> problems = [];

    /// <param name="before">The first side.</param>
    /// <param name="after">The second side.</param>
    public ParameterMatch(SweepReport before, SweepReport after)
    {
        this.before = before;
        this.after = after;
        var all = after.Parameters.Union(before.Parameters).ToList();

        // What only tells repeats apart in one of the two does so in both: a seed that has become a repeat parameter is still the seed.
        Repeats = [.. all.Where(name => before.Repeats.Contains(name) || after.Repeats.Contains(name))];
        Factors = [.. all.Except(Repeats).Where(name => before.Parameters.Contains(name) && after.Parameters.Contains(name))];
        AddOneSided(before, after, BeforeName, AfterName);
        AddOneSided(after, before, AfterName, BeforeName);
    }

    /// <summary>The parameters that tell configurations apart, in the order of the second side.</summary>
    public IReadOnlyList<string> Factors { get; }

    /// <summary>The parameters that only tell repeats apart.</summary>
    public IReadOnlyList<string> Repeats { get; }

    /// <summary>Parameters of one side alone that have one value.</summary>
    public IReadOnlyList<ConstantParameter> Constants => constants;

    /// <summary>Why the two cannot be matched, in parts of a sentence; nothing when they can.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Whether a text of <see cref="RepeatKeys"/> is one that the other side cannot have.</summary>
    public static bool IsOfOneSide(string key) => key[0] != Separator;

    /// <summary>
    /// Texts that tell the repeats of a configuration apart, for the points of either side. Equal repeats of both sides have the same
    /// text when both have the same repeat parameters. Otherwise no text of one side is one of the other.
    /// </summary>
    public (Func<ReportPoint, string> Before, Func<ReportPoint, string> After) RepeatKeys()
    {
        var areSame = Repeats.All(name => before.Parameters.Contains(name) && after.Parameters.Contains(name));
        return (KeysOf(before, areSame ? "" : BeforeName), KeysOf(after, areSame ? "" : AfterName));
    }

    /// <summary>The configurations of both, in the order of the second side; those that only the first one has come last.</summary>
    public IReadOnlyList<MatchedConfiguration> Configurations()
    {
        var (mine, its) = (Grouped(before), Grouped(after));
        return
        [
            .. its.Select(group => new MatchedConfiguration(
                group.Value.Arguments, mine.TryGetValue(group.Key, out var same) ? same.Points : [], group.Value.Points)),
            .. mine.Where(group => !its.ContainsKey(group.Key))
                .Select(group => new MatchedConfiguration(group.Value.Arguments, group.Value.Points, [])),
        ];
    }

    private OrderedDictionary<string, (IReadOnlyList<CanonicalJson?> Arguments, List<ReportPoint> Points)> Grouped(SweepReport report)
    {
        var indices = Factors.Select(name => IndexOf(report, name)).ToList();
        var groups = new OrderedDictionary<string, (IReadOnlyList<CanonicalJson?>, List<ReportPoint> Points)>(StringComparer.Ordinal);
        foreach (var point in report.Points)
        {
            var arguments = indices.ConvertAll(i => point.Arguments[i]);

            var key = string.Join(Separator, arguments.Select(a => a?.Text));
            if (!groups.TryGetValue(key, out var group))
                groups.Add(key, group = (arguments, []));
            group.Points.Add(point);
        }

        return groups;
    }

    private Func<ReportPoint, string> KeysOf(SweepReport report, string prefix)
    {
        var indices = Repeats.Where(report.Parameters.Contains).Select(name => IndexOf(report, name)).ToList();
        return point => $"{prefix}{Separator}{string.Join(Separator, indices.Select(i => point.Arguments[i]?.Text))}";
    }

    private void AddOneSided(SweepReport one, SweepReport other, string side, string otherSide)
    {
        foreach (var name in one.Parameters.Where(name => !other.Parameters.Contains(name) && !Repeats.Contains(name)))
        {
            var index = IndexOf(one, name);
            var values = one.Points.Select(p => p.Arguments[index]).Distinct().Take(2).ToList();
            if (values.Count < 2)
                constants.Add(new ConstantParameter(name, values.FirstOrDefault(), side));
            else
                problems.Add($"the parameter '{name}' has several values {side} and is missing {otherSide}");
        }
    }

    private static int IndexOf(SweepReport report, string parameter) =>
        Enumerable.Range(0, report.Parameters.Count).First(i => report.Parameters[i] == parameter);
}
