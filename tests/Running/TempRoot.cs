namespace MultiRunner.Tests.Running;

/// <summary>A directory of a test's own, with room for sweeps, marks of executions and reports.</summary>
public sealed class TempRoot : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("multirunner-").FullName;

    /// <param name="sweeps">Where the sweeps are instead, such as on another file system; that is not deleted in the end.</param>
    public TempRoot(string? sweeps = null)
    {
        Sweeps = sweeps ?? Path.Combine(path, "sweeps");
        Directory.CreateDirectory(Executions);
        Directory.CreateDirectory(Reports);
    }

    /// <summary>What the subjects get as MULTIRUNNER_ROOT.</summary>
    public string Sweeps { get; }

    /// <summary>Where the subjects leave a file for each execution.</summary>
    public string Executions => Path.Combine(path, "executions");

    /// <summary>Where the runners write their reports.</summary>
    public string Reports => Path.Combine(path, "reports");

    public void Dispose() => Directory.Delete(path, recursive: true);
}
