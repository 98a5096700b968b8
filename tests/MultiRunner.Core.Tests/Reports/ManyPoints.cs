using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Reports.Model;
using MultiRunner.Results;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>Reports of very many points, made in memory.</summary>
internal static class ManyPoints
{
    private const string Worker = "alpha-4711-3fa2";

    private static readonly Objective Score = new("score", Maximize: true);

    /// <summary>Every point is finished, and its score is its index.</summary>
    /// <param name="points">How many there are.</param>
    /// <param name="samples">How many samples each curve has; none for no curve.</param>
    /// <param name="curves">How many curves each point has.</param>
    /// <param name="repeats">How many points a configuration has.</param>
    public static SweepReport Report(int points, int samples, int curves = 1, int repeats = 1)
    {
        // The curves of a point have the values of those of the point before it, but for the last one.
        CurveSummary[] all = samples == 0 ? [] : [.. Enumerable.Range(0, points + curves - 1).Select(i => Curve(i, samples))];
        return Of(
            repeats,
            [.. Enumerable.Range(0, points).Select(i => Point(i, repeats) with
            {
                State = PointState.Finished,
                Metrics = new Dictionary<string, double>(MetricNames.Comparer) { ["score"] = i, ["loss"] = 1.0 / (i + 3) },
                Curves = samples == 0 ? null : Enumerable.Range(0, curves).ToDictionary(c => $"loss{c}", c => all[i + c] with { }),
                Started = SweepOnDisk.Start.AddSeconds(i),
                Seconds = 1 + (i / 7.0),
                Worker = Worker,
                Attempt = 1,
            })]);
    }

    /// <summary>The first points are as in the other report of finished points, and those after them have failed, each once.</summary>
    public static SweepReport FinishedAndFailed(int finished, int failed) => Of(
        1,
        [
            .. Report(finished, samples: 0).Points,
            .. Failed(finished + failed, attempts: 1, "went wrong").Points.Skip(finished),
        ]);

    /// <summary>Every point is finished, without repeats, and two parameters differ: the rate, and a seed with ten values.</summary>
    public static SweepReport OfPairs(int points) => Of(
        1,
        [
            .. Report(points, samples: 2).Points.Zip(Enumerable.Range(0, points), (point, i) => point with
            {
                Arguments = Point(i, repeats: 10).Arguments,
                Key = Point(i, repeats: 10).Key,
            }),
        ]);

    /// <summary>Two points: one with six curves, and one with a seventh and more files than are listed.</summary>
    public static SweepReport TwoWithDifferentCurves()
    {
        var points = Report(2, samples: 8, curves: 7).Points;
        return Of(
            1,
            [
                points[0] with { Curves = points[0].Curves!.Where(c => c.Key != "loss6").ToDictionary() },
                points[1] with
                {
                    Curves = points[1].Curves!.Where(c => c.Key == "loss6").ToDictionary(),
                    Artifacts = ["artifacts/1/a.png"],
                    MoreArtifacts = 1_234,
                },
            ]);
    }

    /// <summary>Every point has failed, each attempt with a message of its own.</summary>
    public static SweepReport Failed(int points, int attempts, string message) => Of(
        1,
        [.. Enumerable.Range(0, points).Select(i => Point(i, 1) with
        {
            State = PointState.Failed,
            Failures = [.. Enumerable.Range(0, attempts).Select(a => new ReportFailure("error", "E", $"{i}.{a} {message}", Worker, null, null, "attempts/x.json"))],
        })]);

    private static SweepReport Of(int repeats, IReadOnlyList<ReportPoint> points) => SweepReport.Of(
        "Many.Points.Run", SweepOnDisk.Start, Score, ["rate", "seed"], repeats > 1 ? ["seed"] : [], grid: null, points, workers: [], warnings: [], olderPoints: null);

    private static ReportPoint Point(int index, int repeats)
    {
        var rate = new CanonicalJson(string.Create(CultureInfo.InvariantCulture, $"{index / repeats}"));
        var seed = new CanonicalJson(string.Create(CultureInfo.InvariantCulture, $"{index % repeats}"));
        return new ReportPoint { Index = index, Key = new CanonicalJson($"{{\"rate\":{rate},\"seed\":{seed}}}"), Arguments = [rate, seed] };
    }

    private static CurveSummary Curve(int point, int samples)
    {
        var range = new CurveRange(samples);
        for (var step = 0; step < 1_000; step++)
            range.Add(new CurvePoint(step, 1.0 / (point + step + 3)));
        return CurveSummary.Of(range, "loss", Score);
    }
}
