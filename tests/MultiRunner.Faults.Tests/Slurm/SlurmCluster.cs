namespace MultiRunner.Tests.Slurm;

/// <summary>A Slurm cluster of two nodes, with room for one task each.</summary>
public sealed class SlurmCluster() : ScriptedServers("slurm", "slurm.sh", "slurmctld", "slurmd", "sbatch", "munged", "ip")
{
    /// <summary>Submits the sample's batch script as an array of tasks with these numbers, such as <c>0-1</c>.</summary>
    /// <param name="tasks">The numbers.</param>
    /// <param name="root">Where their files go.</param>
    /// <param name="project">The directory of a test project, or a test executable.</param>
    /// <param name="sweep">The sweep that they run.</param>
    /// <param name="environment">Further environment variables of the tasks.</param>
    internal async Task<SlurmArray> Submit(string tasks, TempRoot root, string project, SharedSweep sweep, params IEnumerable<(string Name, string? Value)> environment)
    {
        var array = new SlurmArray(this, root);
        (string Name, string? Value)[] variables =
        [
            ("MULTIRUNNER_ROOT", root.Sweeps),
            ("MULTIRUNNER_SPECULATION", "Never"),
            ("SUBJECTS_EXECUTIONS", root.Executions),
            ("SLURM_TMPDIR", array.Scratch),
            // The nodes have no way to the feed, and nothing that somebody asked it lately helps them.
            ("NUGET_HTTP_CACHE_PATH", Path.Combine(root.Reports, "http-cache")),
            .. environment,
        ];
        var script = Path.Combine(SubjectRunner.ProjectDirectory, "..", "..", "samples", "slurm", "sweep.sbatch");
        var id = await Run(root.Reports, variables, "on", "sbatch", "--parsable", $"--array={tasks}", script, project, "-filterVSTest", sweep.Filter, "-noColor");
        array.Id = id.Trim();
        return array;
    }

    /// <summary>Runs a command of Slurm and returns what it wrote.</summary>
    internal Task<string> Command(params IEnumerable<string> command) => Run(Location, [], "on", command);
}
