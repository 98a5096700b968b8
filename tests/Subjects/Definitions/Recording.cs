using MultiRunner;

namespace Subjects;

/// <summary>Points whose results, or whose exceptions, cannot be recorded as they are.</summary>
public class Recording
{
    private static SweepContext? recorder;
    private static SweepContext? owner;

    [SweepTheory(MaxAttempts = 1)]
    public Dictionary<string, double> Twins_in_a_dictionary([Values(1)] int n) => new() { ["F1"] = n, ["f1"] = 2 };

    [SweepTheory(MaxAttempts = 1)]
    public (double Loss, int N) Twin_of_what_is_returned([Values(1)] int n)
    {
        Sweep.Current.Record("loss", 1);
        return (2, n);
    }

    [SweepTheory(MaxAttempts = 1)]
    public int Control_character([Values(1)] int n)
    {
        Sweep.Current.Record("top\n5\e[2J", 1);
        return n;
    }

    [SweepTheory(MaxAttempts = 1)]
    public long Too_large_for_a_double([Values(1)] int n) => (1L << 53) + n;

    [SweepTheory(MaxAttempts = 1)]
    public int Message_that_throws([Values(1)] int n) => throw new UnreadableException();

    /// <summary>The second point records for the first.</summary>
    [SweepTheory(MaxAttempts = 1, MaxErrors = 9)]
    public int After_the_end([Values(1, 2)] int n)
    {
        if (recorder is not null)
            recorder.Record("late", n);
        recorder = Sweep.Current;
        return n;
    }

    /// <summary>The second point asks for the directory of the first.</summary>
    [SweepTheory(MaxAttempts = 1, MaxErrors = 9)]
    public string Artifacts_after_the_end([Values(1, 2)] int n)
    {
        var directory = owner?.ArtifactsDirectory;
        owner = Sweep.Current;
        return $"{n} {directory}";
    }

    private sealed class UnreadableException : Exception
    {
        public override string Message => throw new NotSupportedException();
    }
}
