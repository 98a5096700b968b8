using MultiRunner.Reports.Formatting;

namespace MultiRunner.Discovery;

/// <summary>What discovery says of points that are finished.</summary>
internal static class Messages
{
    public static string FinishedBefore(int count) =>
        $"{Display.Count(count, "point")} {(count == 1 ? "was" : "were")} finished before";
}
