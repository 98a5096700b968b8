using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Results;
using MultiRunner.Scheduling;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Live;

/// <summary>
/// The results of a sweep, read bit by bit: an update reads those of points that have finished since the last one, and at most a number of
/// them.
/// </summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="random">Says which results are read first, so that those that are read stand for all.</param>
/// <param name="most">How many results an update reads at most.</param>
internal sealed class ResultTally(ISharedDirectory directory, Random random, int most = ResultTally.MostAtOnce)
{
    /// <summary>How many results an update reads at most. Over a network they take about a tenth of a second.</summary>
    public const int MostAtOnce = 256;

    private const int FilesAtATime = 8;

    // Nobody sees curves here.
    private readonly ResultSummaryReader results = new(mostSamples: 2);
    private readonly Dictionary<int, ReportPoint> points = [];
    private readonly HashSet<int> damaged = [];
    private Manifest? manifest;

    /// <summary>The points whose results have been read, by index.</summary>
    public IReadOnlyDictionary<int, ReportPoint> Points => points;

    /// <summary>The points whose result cannot be read.</summary>
    public IReadOnlySet<int> Damaged => damaged;

    /// <summary>How long points took.</summary>
    public DurationModel Durations { get; } = new();

    /// <summary>What could not be read at the last look, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Reads what a look shows to be new. Returns whether anything changed.</summary>
    public async ValueTask<bool> Update(SweepLook look)
    {
        var hasChanged = Adopt(look.Manifest);

        // A point that was put back has no result until it has finished again. That it was put back and finished between two looks is
        // not noticed; its old result is then shown until the sweep is watched anew. A finished point is committed again while a tool
        // has it in hand.
        var gone = points.Keys.Where(point => look.StateOf(point) is not (PointState.Finished or PointState.Committed)).ToList();
        gone.ForEach(point => points.Remove(point));
        damaged.RemoveWhere(point => look.StateOf(point) != PointState.Finished);
        var found = await ReadNew(look).ConfigureAwait(false);
        return hasChanged || gone.Count > 0 || found;
    }

    /// <summary>Takes another manifest. Its parameters may be in another order.</summary>
    private bool Adopt(Manifest? newest)
    {
        if (newest is null || ReferenceEquals(newest, manifest))
            return false;
        manifest = newest;
        var completion = new PointCompletion(NamesOf(newest));
        foreach (var point in points.Values.ToList())
            points[point.Index] = completion.Of(point);
        return true;
    }

    private async ValueTask<bool> ReadNew(SweepLook look)
    {
        int[] unread = [.. look.States.Values.Where(IsUnread).Select(file => file.Point)];
        random.Shuffle(unread);

        // A damaged result stays damaged until somebody puts its point back, and must not keep others from being read.
        int[] next = [.. unread.OrderBy(damaged.Contains).Take(most)];
        var source = new ReportSource(directory);
        var completion = new PointCompletion(manifest is null ? [] : NamesOf(manifest));
        var read = await source.ReadAll(next, FilesAtATime, async (own, point) =>
        {
            var result = await new ResultReader(own, results).Read(look.States[point]).ConfigureAwait(false);
            return result is null ? null : completion.Of(PointOf(point, result));
        }).ConfigureAwait(false);
        Warnings = source.Warnings;
        foreach (var (point, result) in next.Zip(read))
        {
            if (result is null)
            {
                damaged.Add(point);
                continue;
            }

            damaged.Remove(point);
            points[point] = result;
            Learn(result);
        }

        return read.Any(result => result is not null);
    }

    private bool IsUnread(StateFile file) => file.State == PointState.Finished && !points.ContainsKey(file.Point);

    private ReportPoint PointOf(int point, ResultSummary result) => new()
    {
        Index = point,
        State = PointState.Finished,
        Key = manifest is not null && point < manifest.Points.Count ? manifest.Points[point] : result.Arguments,
        Metrics = result.Metrics,
        Seconds = result.Seconds,
        Worker = result.Worker,
    };

    private void Learn(ReportPoint point)
    {
        try
        {
            using var arguments = JsonDocument.Parse(point.Key.Text);
            if (point.Seconds is { } seconds && double.IsFinite(seconds))
                Durations.Add(arguments.RootElement, seconds);
        }
        catch (Exception e) when (JsonDamage.Is(e))
        {
            // Arguments that are no object say nothing of other points.
        }
    }

    private static IReadOnlyList<string> NamesOf(Manifest manifest) => [.. manifest.Parameters.Select(p => p.Name)];
}
