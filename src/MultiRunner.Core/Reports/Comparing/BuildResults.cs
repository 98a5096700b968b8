using MultiRunner.Format;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Results;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Comparing;

/// <summary>
/// The results that each build of the user's code has left in a sweep directory: those that count now, those of points of older code,
/// and those that reruns have moved to the archive.
/// </summary>
internal sealed class BuildResults
{
    private const int FilesAtATime = 8;

    private readonly ResultSummaryReader reader;
    private readonly ReportSource source;
    private readonly Manifest manifest;
    private readonly SweepReport report;
    private readonly PointCompletion completion;
    private readonly List<ReportPoint> results;

    private BuildResults(ReportSource source, Manifest manifest, SweepReport report)
    {
        this.source = source;
        this.manifest = manifest;
        this.report = report;
        reader = new ResultSummaryReader(CurveSummary.SamplesFor(manifest.Points.Count));
        completion = new PointCompletion(report.Parameters);
        results = [.. report.Points.Where(point => point is { Metrics: not null, Build: not null })];
    }

    /// <summary>The builds that have results, the one with the latest result first.</summary>
    public IReadOnlyList<ReportBuild> Builds => [.. ReportBuild.Of(results, []).OrderByDescending(build => build.Last)];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Warnings => source.Warnings;

    /// <summary>Reads whatever the report does not have already.</summary>
    /// <param name="directory">The sweep directory.</param>
    /// <param name="manifest">Its newest manifest.</param>
    /// <param name="report">Its report.</param>
    public static async ValueTask<BuildResults> Read(ISharedDirectory directory, Manifest manifest, SweepReport report)
    {
        var made = new BuildResults(new ReportSource(directory), manifest, report);
        var counted = manifest.Current.ToHashSet();
        int? NoLongerCounted(string name) => SweepLayout.PointOfResult(name) is { } point && !counted.Contains(point) ? point : null;
        await made.Add(SweepLayout.Results, NoLongerCounted).ConfigureAwait(false);
        foreach (var rerun in await made.source.List(SweepLayout.Archive).ConfigureAwait(false))
        {
            var results = $"{SweepLayout.Archive}/{rerun}/{SweepLayout.Results}";
            await made.Add(results, SweepLayout.PointOfArchivedResult).ConfigureAwait(false);
        }

        return made;
    }

    /// <summary>
    /// What a build has left, as if it had been alone: the last result of each point, and of the newest build also the points that
    /// have failed under it or are still to run.
    /// </summary>
    public SweepReport Of(AssemblyStamp build)
    {
        var finished = results.Where(point => point.Build == build)
            .GroupBy(point => point.Index)
            .ToDictionary(same => same.Key, same => same.MaxBy(point => point.Started)!);
        var others = report.Points.Where(point => !finished.ContainsKey(point.Index) && IsLeftBy(point, build));
        var points = finished.Values.Concat(others).OrderBy(point => point.Index).ToList();
        var made = SweepReport.Of(
            report.Sweep, report.Written, report.Objective, report.Parameters, report.Repeats, grid: null, points, report.Workers,
            [.. report.WarningsOfReading], olderPoints: null);
        return made with { Directory = report.Directory, Builds = ReportBuild.Of(points, [.. report.Workers, .. report.IdleWorkers]) };
    }

    /// <summary>Whether a point without a result of the build belongs to it all the same.</summary>
    private bool IsLeftBy(ReportPoint point, AssemblyStamp build) => point.State switch
    {
        PointState.Finished => false,
        PointState.Failed => point.Failures is { } failures
            && report.Workers.FirstOrDefault(worker => worker.Id == failures[^1].Worker)?.Build == build,
        _ => report.NewestBuild == build,
    };

    private async ValueTask Add(string folder, Func<string, int?> pointOf)
    {
        var names = new List<(string Path, int Point)>();
        foreach (var name in await source.List(folder).ConfigureAwait(false))
        {
            if (pointOf(name) is { } point && point < manifest.Points.Count && HasParametersOfNow(point))
                names.Add(($"{folder}/{name}", point));
        }

        var read = await source.ReadAll(names, FilesAtATime, ReadOne).ConfigureAwait(false);
        results.AddRange(read.OfType<ReportPoint>().Where(point => point.Build is not null));
    }

    /// <summary>A point of older code with other parameters has arguments that the newest code does not know.</summary>
    private bool HasParametersOfNow(int point) => PointArguments.Of(manifest.Points[point]).Keys.All(report.Parameters.Contains);

    private async ValueTask<ReportPoint?> ReadOne(ReportSource own, (string Path, int Point) file)
    {
        var result = await new ResultReader(own, reader).ReadAt(file.Path, file.Point).ConfigureAwait(false);
        return result is null
            ? null
            : completion.Of(PointReader.PointOf(
                new StateFile(file.Point, PointState.Finished), manifest.Points[file.Point], result, failures: null, report.Objective));
    }
}
