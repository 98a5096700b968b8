using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Cli.Running;

/// <summary>What a display shows of the workers of this machine.</summary>
/// <param name="Workers">Each of them.</param>
/// <param name="Sweeps">The sweeps that they have joined; their counts are of the points that were selected.</param>
internal sealed record RunView(IReadOnlyList<RunView.Worker> Workers, IReadOnlyList<SweepStatus> Sweeps)
{
    /// <summary>What a display shows of one worker.</summary>
    /// <param name="Number">The number of the worker, from 1.</param>
    /// <param name="State">What the worker does, in a word.</param>
    /// <param name="Running">The points that it runs.</param>
    /// <param name="Finished">How many it finished.</param>
    /// <param name="Errors">How many of its attempts failed.</param>
    /// <param name="Restarts">How often it was started again.</param>
    /// <param name="Before">How it had ended before it was last started again; null when it was not.</param>
    internal sealed record Worker(
        int Number, string State, IReadOnlyList<int> Running, int Finished, int Errors, int Restarts, RunEnd? Before = null);

    /// <summary>How far all sweeps together have come, in one line.</summary>
    public string Progress
    {
        get
        {
            if (Sweeps.Count == 0)
                return "no sweep joined yet";
            var counts = Sweeps.Select(s => s.Counts).Aggregate((a, b) => a + b);
            var left = Sweeps.Sum(s => s.SecondsLeft);
            var estimate = counts.Open == 0 ? ""
                : Sweeps.All(s => s.SecondsLeft is not null) ? $", about {Display.Seconds(left!.Value)} left"
                : ", time left not known yet";
            return $"{Display.Number(counts.Finished)} of {Display.Count(counts.Total, "point")} finished, "
                + $"{Display.Number(counts.Failed)} failed{ReportSentences.Skipped(counts)}, "
                + $"{Display.Number(counts.Running)} running{estimate}";
        }
    }
}
