namespace MultiRunner.Tests.Running;

/// <summary>A directory of a test's own, with room for sweeps, marks of executions and reports.</summary>
public sealed class TempRoot : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("multirunner-").FullName;

    public TempRoot()
    {
        Directory.CreateDirectory(Executions);
        Directory.CreateDirectory(Reports);
    }

    /// <summary>What the subjects get as MULTIRUNNER_ROOT.</summary>
    public string Sweeps => Path.Combine(path, "sweeps");

    /// <summary>Where the subjects leave a file for each execution.</summary>
    public string Executions => Path.Combine(path, "executions");

    /// <summary>Where the runners write their reports.</summary>
    public string Reports => Path.Combine(path, "reports");

    public void Dispose() => Directory.Delete(path, recursive: true);
}
