namespace MultiRunner;

/// <summary>Gives a method with <see cref="SweepTheoryAttribute"/> access to the point that it runs.</summary>
public static class Sweep
{
    private static readonly AsyncLocal<SweepContext?> Running = new();

    /// <summary>
    /// The point that the calling code runs. It follows async calls and tasks, as <c>TestContext.Current</c> does, so several points may
    /// run in one process at the same time.
    /// </summary>
    /// <example>
    /// <code>
    /// Sweep.Current.Record("loss", loss);
    /// Sweep.Current.Record("loss", loss, step: epoch);
    /// model.Save(Path.Combine(Sweep.Current.ArtifactsDirectory, "model.bin"));
    /// </code>
    /// </example>
    /// <exception cref="InvalidOperationException">No method with <see cref="SweepTheoryAttribute"/> runs here.</exception>
    public static SweepContext Current => Running.Value
        ?? throw new InvalidOperationException(Messages.NoPointRuns());

    internal static void Enter(SweepContext context) => Running.Value = context;
}
