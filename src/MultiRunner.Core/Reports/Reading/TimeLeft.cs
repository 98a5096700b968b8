using System.Text;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Scheduling;

namespace MultiRunner.Reports.Reading;

/// <summary>Estimates when points are done, from how long each of them is likely to take.</summary>
/// <param name="model">How long others took. It may learn more between two estimates.</param>
internal sealed class TimeLeft(DurationModel model)
{
    // A point that takes longer than expected is not done at once: it is given a tenth of the time that it has taken.
    private const double Overdue = 0.1;

    // Little changes when a few more durations are known, and to estimate many points anew takes time.
    private const double Growth = 1.1;

    private readonly Dictionary<int, double?> estimates = [];
    private int known;

    /// <summary>How many seconds are left; null when nothing is known.</summary>
    /// <param name="arguments">The arguments of all points.</param>
    /// <param name="waiting">The points that wait to be run.</param>
    /// <param name="running">The points that run, and for how many seconds each of them has.</param>
    /// <param name="atATime">How many points run at the same time.</param>
    public double? Of(
        IReadOnlyList<CanonicalJson> arguments,
        IEnumerable<int> waiting,
        IEnumerable<(int Point, double Seconds)> running,
        int atATime)
    {
        if (model.Count == 0 || atATime == 0)
            return null;
        if (model.Count >= known * Growth)
        {
            estimates.Clear();
            known = model.Count;
        }

        var (total, longest) = (0.0, 0.0);
        foreach (var rest in waiting.Select(p => SecondsOf(p, arguments)).Concat(running.Select(Rest)))
        {
            if (rest is not { } seconds)
                return null;
            (total, longest) = (total + seconds, Math.Max(longest, seconds));
        }

        return Math.Max(total / atATime, longest);

        double? Rest((int Point, double Seconds) r) =>
            SecondsOf(r.Point, arguments) is { } seconds ? Math.Max(seconds - r.Seconds, Overdue * r.Seconds) : null;
    }

    private double? SecondsOf(int point, IReadOnlyList<CanonicalJson> arguments)
    {
        if (estimates.TryGetValue(point, out var estimate))
            return estimate;
        try
        {
            estimate = model.MeanSeconds(Encoding.UTF8.GetBytes(arguments[point].Text));
        }
        catch (Exception e) when (JsonDamage.Is(e))
        {
            // A manifest is damaged whose points are no objects. Those who read it for more than an estimate say so.
            estimate = null;
        }

        return estimates[point] = estimate;
    }
}
