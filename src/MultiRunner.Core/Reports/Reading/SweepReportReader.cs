using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Results;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Reading;

/// <summary>
/// Reads a sweep directory, running or complete, into a <see cref="SweepReport"/>. Changes nothing and never throws for
/// what it finds: a file that is missing or cannot be read becomes a warning.
/// </summary>
internal sealed class SweepReportReader(ISharedDirectory directory, TimeProvider time)
{
    /// <summary>
    /// Reads the report of the points that count: those of the newest code, as the manifest says. Without a manifest all count
    /// that have a state file.
    /// </summary>
    public async ValueTask<SweepReport> Read()
    {
        var source = new ReportSource(directory);
        var manifest = await source.ReadManifest().ConfigureAwait(false);
        var states = StateFile.LatestOf(await source.List(SweepLayout.Ini).ConfigureAwait(false));
        var points = manifest?.Current ?? [.. states.Keys.Order()];
        WarnOfMissing(source, points, manifest, states);

        var failures = await new FailureReader(source).Read(points).ConfigureAwait(false);
        var results = new ResultReader(source);
        var read = new List<(int Index, PointState State, string? Owner, PointResult? Result)>(points.Count);
        foreach (var index in points)
        {
            var file = states.TryGetValue(index, out var seen) ? seen : new StateFile(index, PointState.ToRun);
            var result = await results.Read(file).ConfigureAwait(false);
            read.Add((index, StateInReport(file, result), file.Owner, result));
        }

        await results.WarnOfSetAside(points).ConfigureAwait(false);
        var keys = read.Select(r => KeyOf(r.Index, manifest, r.Result)).ToList();
        var parsed = keys.ConvertAll(ArgumentsOf);
        var parameters = manifest?.Parameters.Select(p => p.Name).ToList() ?? [.. parsed.SelectMany(a => a.Keys).Distinct()];
        var workers = await new WorkerReader(source).Read(failures.Values.SelectMany(f => f)).ConfigureAwait(false);
        return SweepReport.Of(
            manifest?.Sweep ?? "(a sweep without a readable manifest)",
            time.GetUtcNow(),
            manifest?.Objective,
            parameters,
            [.. read.Select((r, i) => new ReportPoint
            {
                Index = r.Index,
                State = r.State,
                Key = keys[i],
                Arguments = [.. parameters.Select(p => parsed[i].TryGetValue(p, out var value) ? value : (CanonicalJson?)null)],
                Metrics = r.Result is null ? null : IgnoringCase(r.Result.Metrics),
                Details = r.Result?.Details,
                Seconds = r.Result?.Seconds,
                Worker = r.Result?.Worker ?? r.Owner,
                Host = r.Result?.Host,
                Attempt = r.Result?.Attempt,
                Failures = failures.GetValueOrDefault(r.Index),
            })],
            workers,
            source.Warnings,
            manifest?.OlderPoints);
    }

    /// <summary>A committed point's result is decided and on stable storage, so it is finished as soon as that can be read.</summary>
    private static PointState StateInReport(StateFile file, PointResult? result) =>
        file.State != PointState.Committed ? file.State : result is null ? PointState.Running : PointState.Finished;

    private static void WarnOfMissing(ReportSource source, IReadOnlyList<int> points, Manifest? manifest, Dictionary<int, StateFile> states)
    {
        // Points from Ready on are just being added; that they have no file yet is as it should be.
        var ready = manifest?.Ready ?? int.MaxValue;
        var stateless = points.Where(p => p < ready && !states.ContainsKey(p)).ToList();
        if (stateless.Count > 0)
            source.Warn($"There is no state file of {Display.Points(stateless)} in '{SweepLayout.Ini}'; counted as to run. A listing may miss a file that is being renamed; if it stays so, start the sweep again: it makes the file anew.");
    }

    private static CanonicalJson KeyOf(int point, Manifest? manifest, PointResult? result) =>
        manifest?.Points[point] ?? result?.Arguments ?? new CanonicalJson("{}");

    private static Dictionary<string, CanonicalJson> ArgumentsOf(CanonicalJson key)
    {
        using var document = JsonDocument.Parse(key.Text);
        var arguments = new Dictionary<string, CanonicalJson>(StringComparer.Ordinal);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            foreach (var argument in document.RootElement.EnumerateObject())
                arguments[argument.Name] = new CanonicalJson(argument.Value.GetRawText());
        }

        return arguments;
    }

    private static Dictionary<string, double> IgnoringCase(Dictionary<string, double> metrics)
    {
        var copy = new Dictionary<string, double>(MetricNames.Comparer);
        foreach (var (name, value) in metrics)
            copy[name] = value;
        return copy;
    }
}
