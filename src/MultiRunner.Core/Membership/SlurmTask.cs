using System.Globalization;

namespace MultiRunner.Membership;

/// <summary>Where Slurm says that this process belongs, so that a worker can be found in <c>squeue</c> and the other way round.</summary>
internal static class SlurmTask
{
    /// <summary>
    /// <c>slurm-1042</c> in job 1042, <c>slurm-1042-3</c> in its array task 3, and <c>-p1</c> after that in process 1 of several
    /// that <c>srun</c> started; null outside of Slurm.
    /// </summary>
    /// <param name="environment">The environment variables.</param>
    public static string? Name(Func<string, string?> environment)
    {
        // SLURM_JOB_ID differs for each task of an array, while people know the array by the id that sbatch printed.
        var (job, task) = (Number("SLURM_ARRAY_JOB_ID"), Number("SLURM_ARRAY_TASK_ID"));
        if (job is null || task is null)
            (job, task) = (Number("SLURM_JOB_ID"), null);
        if (job is null)
            return null;

        var process = Number("SLURM_NTASKS") > 1 ? Number("SLURM_PROCID") : null;
        return FormattableString.Invariant($"slurm-{job}") + Part("", task) + Part("p", process);

        // Digits and nothing else, since the name becomes part of file names.
        uint? Number(string variable) =>
            uint.TryParse(environment(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        static string Part(string letter, uint? number) => number is null ? "" : FormattableString.Invariant($"-{letter}{number}");
    }
}
