using System.Globalization;

namespace MultiRunner.Cli.Tests.Running;

/// <summary><c>multirunner run --gpus</c>: nvidia-smi is a script here, everything else is real.</summary>
public sealed class RunOnGpusTests : IDisposable
{
    private readonly string tools = Directory.CreateTempSubdirectory("multirunner-gpus-").FullName;

    private (string Name, string Value) PathToTools => ("PATH", $"{tools}:{Environment.GetEnvironmentVariable("PATH")}");

    public void Dispose() => Directory.Delete(tools, recursive: true);

    [Fact]
    public async Task Twelve_workers_run_twelve_points_at_once_four_on_each_of_three_GPUs()
    {
        AddNvidiaSmi(3);
        await using var run = ToolProcess.OfSubjects(
            "FullyQualifiedName=Subjects.Gpus.Visible", ["--gpus", "all", "--workers-per-gpu", "4"], PathToTools, ("SUBJECTS_WORKERS", "12"));
        var exit = await run.Exit();

        // No point ends before twelve have begun: that the run ends at all shows that they ran at once.
        Assert.True(exit.Code == 0, exit.Error);
        Assert.Equal(12, run.WorkersOf("Gpus.Visible").Count);
        Assert.All(run.States("Gpus.Visible"), name => Assert.EndsWith("_finished", name, StringComparison.Ordinal));
        var seen = Directory.GetFiles(run.Executions, "visible.*").Select(File.ReadAllText).CountBy(gpu => gpu).OrderBy(count => count.Key, StringComparer.Ordinal);
        Assert.Equal([("0", 4), ("1", 4), ("2", 4)], seen.Select(count => (count.Key, count.Value)));
        Assert.Contains("worker 12: done", exit.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "--gpus", "5" }, "--gpus takes 'all' or numbers of GPUs, separated by commas, but '5' is none of the GPUs 0, 1, 2 that nvidia-smi lists. Correct the list.")]
    [InlineData(new[] { "--gpus", "all", "--workers", "2" }, "--gpus starts --workers-per-gpu workers for each GPU, but --workers is given as well. Leave one of them out.")]
    [InlineData(new[] { "--workers-per-gpu", "2" }, "--workers-per-gpu counts the workers for each GPU of --gpus, but that is not given. Add --gpus all, or use --workers.")]
    public async Task What_cannot_be_is_wrong_usage(string[] options, string message)
    {
        AddNvidiaSmi(3);

        var result = await Tool.Run(TimeProvider.System, ["run", .. options, "--no-build"], tools, ("PATH", tools));

        Assert.Equal(2, result.Code);
        Assert.Equal(message, result.Error.Trim());
    }

    [Fact]
    public async Task Without_nvidia_smi_there_is_a_clear_error()
    {
        var result = await Tool.Run(TimeProvider.System, ["run", "--gpus", "all", "--no-build"], tools, ("PATH", tools));

        Assert.Equal(2, result.Code);
        Assert.StartsWith("--gpus all: GPUs are listed by nvidia-smi or rocm-smi, but neither of them is on the PATH.", result.Error, StringComparison.Ordinal);
    }

    private void AddNvidiaSmi(int gpus)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A script of a Unix shell stands in for the tools that list GPUs.");

        // A link: a script that was only just written cannot be run while a process that another test is starting has it open.
        var tool = Path.Combine(tools, "nvidia-smi");
        File.CreateSymbolicLink(tool, Path.Combine(AppContext.BaseDirectory, "fake-gpu-tool.sh"));
        File.WriteAllText($"{tool}.output", string.Concat(Enumerable.Range(0, gpus).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}, GPU-{n}0000000-d72c-4106-c12f-20bd9faed9f6, 4, 81559, 0\n"))));
        File.WriteAllText($"{tool}.exit", "0");
    }
}
