using System.Globalization;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Page;

/// <summary>When a sweep ran, what it has cost, and how much of it went on at the same time.</summary>
internal static class PageFacts
{
    /// <summary>What is known, each with its name.</summary>
    public static IEnumerable<(string Name, string Value)> Of(SweepReport report)
    {
        var results = report.Points.Where(p => p is { Started: not null, Seconds: not null }).ToList();
        var busy = report.Workers.Sum(w => w.BusySeconds);
        if (results.Count > 0)
        {
            var first = results.Min(p => p.Started!.Value);
            var last = results.Max(p => EndOf(p.Started!.Value, p.Seconds!.Value));
            yield return ("First result begun", $"{Display.Time(first)} UTC");
            yield return ("Last result ended", $"{Display.Time(last)} UTC");
            if (report.Workers.Count > 0)
                yield return ("Computing time of all attempts", Display.Seconds(busy));
            if (AtATime(results.Sum(p => p.Seconds!.Value), (last - first).TotalSeconds) is { } average)
                yield return ("Points at a time, on average", average);
        }

        yield return ("As of", $"{Display.Time(report.Written)} UTC");
    }

    /// <summary>Clocks of machines differ, so there is no point in many digits.</summary>
    private static string? AtATime(double busy, double span) =>
        span > 0 ? (busy / span).ToString("0.0", CultureInfo.InvariantCulture) : null;

    /// <summary>A result may say any duration, also one that no calendar has.</summary>
    private static DateTimeOffset EndOf(DateTimeOffset started, double seconds) =>
        seconds >= 0 && seconds < (DateTimeOffset.MaxValue - started).TotalSeconds - 1 ? started.AddSeconds(seconds) : started;
}
