using MultiRunner.Membership;
using Xunit;

namespace MultiRunner.Core.Tests.Membership;

public class SlurmTaskTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("SLURM_JOB_ID=1042", "slurm-1042")]
    [InlineData("SLURM_JOB_ID=1045 SLURM_ARRAY_JOB_ID=1042 SLURM_ARRAY_TASK_ID=3", "slurm-1042-3")]
    [InlineData("SLURM_JOB_ID=1042 SLURM_NTASKS=1 SLURM_PROCID=0", "slurm-1042")]
    [InlineData("SLURM_JOB_ID=1042 SLURM_NTASKS=2 SLURM_PROCID=0", "slurm-1042-p0")]
    [InlineData("SLURM_JOB_ID=1042 SLURM_PROCID=0", "slurm-1042")]
    [InlineData("SLURM_JOB_ID=1045 SLURM_ARRAY_JOB_ID=1042 SLURM_ARRAY_TASK_ID=3 SLURM_NTASKS=8 SLURM_PROCID=7", "slurm-1042-3-p7")]
    [InlineData("SLURM_ARRAY_TASK_ID=3 SLURM_PROCID=7 SLURM_NTASKS=8", null)]
    public void A_worker_is_named_after_its_place_in_Slurm(string variables, string? name) => Assert.Equal(name, NameIn(variables));

    [Theory]
    [InlineData("SLURM_JOB_ID=../x", null)]
    [InlineData("SLURM_JOB_ID=10.5", null)]
    [InlineData("SLURM_JOB_ID=-1", null)]
    [InlineData("SLURM_JOB_ID=\u0661", null)]
    [InlineData("SLURM_JOB_ID=99999999999999999999", null)]
    [InlineData("SLURM_JOB_ID=7 SLURM_ARRAY_JOB_ID=7 SLURM_ARRAY_TASK_ID=a", "slurm-7")]
    [InlineData("SLURM_JOB_ID=7 SLURM_NTASKS=2 SLURM_PROCID=1/..", "slurm-7")]
    public void What_is_no_number_is_left_out(string variables, string? name) => Assert.Equal(name, NameIn(variables));

    private static string? NameIn(string variables)
    {
        var environment = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);
        return SlurmTask.Name(environment.GetValueOrDefault);
    }
}
