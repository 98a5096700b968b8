namespace MultiRunner;

/// <summary>What this room says to people.</summary>
internal static class Messages
{
    public static string NoPointRuns() =>
        "Sweep.Current is there only while a method with [SweepTheory] runs, but none runs here. Call it from such a method, or from "
        + "what that method calls or awaits.";

    public static string ArtifactsTooLate() =>
        "The artifacts of an attempt are stored when it ends, but the directory is first asked for after its end. Ask for it in the "
        + "method, and wait there for everything that writes to it.";
}
