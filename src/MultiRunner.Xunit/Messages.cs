namespace MultiRunner;

/// <summary>The messages of <see cref="Sweep"/> and <see cref="SweepContext"/>.</summary>
internal static class Messages
{
    public static string NoPointRuns() =>
        "Sweep.Current exists only while a method with [SweepTheory] runs, but no such method runs here. Use it in such a method, or in "
        + "code that the method calls or awaits.";

    public static string ArtifactsTooLate() =>
        "The artifacts of an attempt are stored when the attempt ends, but Sweep.Current.ArtifactsDirectory is first read after the end. "
        + "Read it in the method, and let the method wait for everything that writes to the directory.";
}
