using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Live;

/// <summary>A bar of characters that every terminal has: <c>[#####x&gt;&gt;.....]  56 %  10 of 18 points</c>.</summary>
internal static class ProgressBar
{
    private const int Longest = 50;
    private const int Shortest = 10;

    /// <summary>The line. <c>#</c> has finished, <c>x</c> has failed, <c>-</c> skipped itself, <c>&gt;</c> runs, <c>.</c> waits.</summary>
    public static LiveLine Of(PointCounts counts, int width)
    {
        var done = counts.Total - counts.Open;
        var percent = counts.Total == 0 ? 0 : (int)(100L * done / counts.Total);
        var numbers = $" {Display.Number(percent),3} %  {Display.Number(done)} of {Display.Count(counts.Total, "point")}";
        var length = Math.Clamp(width - numbers.Length - 2, Shortest, Longest);
        int[] sizes = Shares([counts.Finished, counts.Failed, counts.Skipped, counts.Running, counts.ToRun], counts.Total, length);
        return new LiveLine(
        [
            new LiveSpan("["),
            new LiveSpan(new string('#', sizes[0]), LiveTone.Good),
            new LiveSpan(new string('x', sizes[1]), LiveTone.Bad),
            new LiveSpan(new string('-', sizes[2]), LiveTone.Notable),
            new LiveSpan(new string('>', sizes[3])),
            new LiveSpan(new string('.', sizes[4]), LiveTone.Faint),
            new LiveSpan("]"),
            new LiveSpan(numbers),
        ]).Fit(width);
    }

    /// <summary>Divides a length in proportion: each part ends where the sum of the parts before it says.</summary>
    private static int[] Shares(int[] parts, int total, int length)
    {
        if (total == 0)
            return [0, 0, 0, 0, length];
        var (shares, sum, used) = (new int[parts.Length], 0L, 0);
        for (var i = 0; i < parts.Length; i++)
        {
            sum += parts[i];
            var end = (int)(sum * length / total);
            (shares[i], used) = (end - used, end);
        }

        return shares;
    }
}
