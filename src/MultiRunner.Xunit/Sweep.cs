namespace MultiRunner;

/// <summary>The way from an experiment to the point that it is running.</summary>
public static class Sweep
{
    private static readonly AsyncLocal<SweepContext?> Running = new();

    /// <summary>The point that runs here and now; it flows with async calls and tasks, as <c>TestContext.Current</c> does.</summary>
    /// <exception cref="InvalidOperationException">No point runs here.</exception>
    public static SweepContext Current => Running.Value
        ?? throw new InvalidOperationException(Messages.NoPointRuns());

    internal static void Enter(SweepContext context) => Running.Value = context;
}
