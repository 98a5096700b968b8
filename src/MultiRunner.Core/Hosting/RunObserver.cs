namespace MultiRunner.Hosting;

/// <summary>
/// Where a host of tests and the sweeps of this process meet: the host is made before the first test runs and knows no sweep, and a
/// sweep knows no host. A process has one host at most.
/// </summary>
internal static class RunObserver
{
    private static volatile IRunObserver? current;

    /// <summary>The host that wants to show the sweeps of this process, or null when there is none.</summary>
    public static IRunObserver? Current
    {
        get => current;
        set => current = value;
    }
}
