using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Reading;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Live;

/// <summary>
/// What went wrong in a sweep, read bit by bit: a look reads new records of failed attempts, and at most a number of them.
/// </summary>
/// <param name="directory">The sweep directory.</param>
internal sealed class AttemptTally(ISharedDirectory directory)
{
    private const int MostAtALook = 32;
    private const int FilesAtATime = 8;
    private const int LongestText = 300;

    private readonly Dictionary<string, Failure> failures = new(StringComparer.Ordinal);
    private readonly HashSet<string> unreadable = new(StringComparer.Ordinal);
    private int looks;

    /// <summary>Reads what a look shows to be new.</summary>
    public async ValueTask Update(SweepLook look)
    {
        looks++;
        var names = look.Attempts.Where(name => SweepLayout.PointOfAttempt(name) is not null).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in failures.Keys.Except(names).ToList())
            failures.Remove(gone);
        unreadable.IntersectWith(names);
        var next = names
            .Where(name => !failures.ContainsKey(name) && !unreadable.Contains(name))
            .OrderByDescending(name => look.StateOf(SweepLayout.PointOfAttempt(name)!.Value) == PointState.Failed)
            .Take(MostAtALook)
            .ToList();

        // Reports and 'multirunner verify' tell of records that cannot be read.
        var source = new ReportSource(directory);
        var read = await source.ReadAll(next, FilesAtATime, Read).ConfigureAwait(false);
        foreach (var (name, record) in next.Zip(read))
        {
            if (record is not null)
                failures.Add(name, record);
            else
                unreadable.Add(name);
        }
    }

    /// <summary>The failed attempts at some points, each message once, what a look showed last first.</summary>
    public IReadOnlyList<LiveFailure> At(IReadOnlySet<int> points) =>
    [
        .. failures.Values.Where(f => points.Contains(f.Point))
            .GroupBy(f => f.Text)
            .OrderByDescending(same => same.Max(f => (f.Look, f.Started)))
            .Select(same => new LiveFailure(same.Key, [.. same.Select(f => f.Point).Distinct().Order()])),
    ];

    private async ValueTask<Failure?> Read(ReportSource source, string name)
    {
        var path = $"{SweepLayout.Attempts}/{name}";
        if (await source.Read(path, SweepJson.Readable.AttemptRecord).ConfigureAwait(false) is not { } record)
            return null;
        var text = Display.Shortened(Display.Line($"{record.Error.Type}: {record.Error.Message}"), LongestText);
        return new Failure(SweepLayout.PointOfAttempt(name)!.Value, text, looks, record.Started ?? DateTimeOffset.MinValue);
    }

    private sealed record Failure(int Point, string Text, int Look, DateTimeOffset Started);
}
