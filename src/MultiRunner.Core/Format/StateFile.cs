using System.Globalization;

namespace MultiRunner.Format;

/// <summary>The parts of the name of a point's state file.</summary>
/// <param name="Point">The index of the point.</param>
/// <param name="State">Its state.</param>
/// <param name="Owner">The worker in the name, for <see cref="PointState.Running"/> and <see cref="PointState.Committed"/>.</param>
/// <param name="Attempt">
/// For <see cref="PointState.Committed"/>: which attempt of that worker at the point brought the result, from 1. It is 0 in all other
/// names, and also when a rerun has the point in hand.
/// </param>
internal readonly record struct StateFile(int Point, PointState State, string? Owner = null, int Attempt = 0)
{
    private const string ToRunSuffix = "_to_run";
    private const string RunningSuffix = "_running.";
    private const string FinishedSuffix = "_finished";
    private const string FailedSuffix = "_failed";

    /// <summary>The path of the file, relative to the sweep directory.</summary>
    public string Path => $"{SweepLayout.Ini}/{Name}";

    /// <summary>The name of the file.</summary>
    public string Name => Attempt == 0
        ? $"{SweepLayout.Number(Point)}{Suffix}{Owner}"
        : $"{SweepLayout.Number(Point)}{Suffix}{Owner}.{SweepLayout.Number(Attempt)}";

    /// <summary>Whether somebody has the point in hand, so that it matters whether he lives: a worker, or a rerun.</summary>
    public bool IsHeld => State == PointState.Running || (State == PointState.Committed && WorkerIdentity.IsTool(Owner!));

    private string Suffix => State switch
    {
        PointState.ToRun => ToRunSuffix,
        PointState.Running => RunningSuffix,
        PointState.Committed => FinishedSuffix + ".",
        PointState.Finished => FinishedSuffix,
        _ => FailedSuffix,
    };

    /// <summary>Takes a file name apart. It returns false when the name is not that of a state file.</summary>
    public static bool TryParse(string name, out StateFile file)
    {
        file = default;
        var underscore = name.IndexOf('_', StringComparison.Ordinal);
        if (underscore <= 0
            || !int.TryParse(name.AsSpan(0, underscore), NumberStyles.None, CultureInfo.InvariantCulture, out var point)
            || (name[0] == '0' && underscore > 1))
        {
            return false;
        }

        var rest = name.AsSpan(underscore);
        StateFile? parsed = rest switch
        {
            ToRunSuffix => new(point, PointState.ToRun),
            FinishedSuffix => new(point, PointState.Finished),
            FailedSuffix => new(point, PointState.Failed),
            _ when Owned(rest, RunningSuffix) is { } owner => new(point, PointState.Running, owner),
            _ when Owned(rest, FinishedSuffix + ".") is { } maker => CommittedBy(point, maker),
            _ => null,
        };
        file = parsed.GetValueOrDefault();
        return parsed.HasValue;
    }

    /// <summary>The state of each point in a listing, by index.</summary>
    public static Dictionary<int, StateFile> LatestOf(IReadOnlyCollection<string> names)
    {
        var states = new Dictionary<int, StateFile>(names.Count);
        foreach (var name in names)
        {
            // A listing that is taken during a rename may show both the old name and the new one. Then the later state counts.
            if (TryParse(name, out var file) && (!states.TryGetValue(file.Point, out var other) || file.State > other.State))
                states[file.Point] = file;
        }

        return states;
    }

    private static StateFile CommittedBy(int point, string maker)
    {
        var (owner, attempt) = SweepLayout.OwnerAndAttempt(maker);
        return new(point, PointState.Committed, owner, attempt);
    }

    private static string? Owned(ReadOnlySpan<char> rest, string suffix) =>
        rest.StartsWith(suffix, StringComparison.Ordinal) && rest.Length > suffix.Length ? rest[suffix.Length..].ToString() : null;
}
