using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MultiRunner.Tests.Slurm;

/// <summary>An array job whose tasks are workers. Those that have not ended are cancelled in the end.</summary>
/// <param name="cluster">Where it runs.</param>
/// <param name="root">Where its files go.</param>
internal sealed class SlurmArray(SlurmCluster cluster, TempRoot root) : IAsyncDisposable
{
    private static readonly string[] Ends = ["COMPLETED", "FAILED", "CANCELLED", "TIMEOUT", "NODE_FAIL"];

    /// <summary>The id that sbatch printed.</summary>
    public string Id { get; set; } = "";

    /// <summary>What the tasks take for a disk of their node.</summary>
    public string Scratch { get; } = Directory.CreateDirectory(Path.Combine(root.Reports, "scratch")).FullName;

    /// <summary>What is between host and process id in the worker ids of a task.</summary>
    public string NameOf(int task) => $"-slurm-{Id}-{task}-";

    /// <summary>The log of a task.</summary>
    public string LogOf(int task) => File.ReadAllText(Path.Combine(root.Reports, $"sweep-{Id}_{task}.log"));

    /// <summary>Cancels a task.</summary>
    public Task Cancel(int task) => cluster.Command("scancel", $"{Id}_{task}");

    /// <summary>Puts a task back to the queue.</summary>
    public Task Requeue(int task) => cluster.Command("scontrol", "requeue", $"{Id}_{task}");

    /// <summary>Changes a property of a task that has begun.</summary>
    public Task Update(int task, string property) => cluster.Command("scontrol", "update", $"JobId={Id}_{task}", property);

    /// <summary>What Slurm says of a task: "JobState=RUNNING Reason=None ...", on one line.</summary>
    public Task<string> Show(int task) => cluster.Command("scontrol", "--oneliner", "show", "job", $"{Id}_{task}");

    /// <summary>Waits until a task is in a state; from none of those in which it ends does it come to another.</summary>
    public async Task Until(int task, string state)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var now = await Show(task);
            if (now.Contains($" JobState={state} ", StringComparison.Ordinal))
                return;
            if (Ends.Any(end => now.Contains($" JobState={end} ", StringComparison.Ordinal)) || TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromMinutes(10))
                Assert.Fail($"In vain waited for task {task} to be {state}. It is:\n{now}\n{LogOf(task)}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The processes of a task, by their ids.</summary>
    public IReadOnlyList<int> Processes(int task)
    {
        // What Slurm starts has these variables, and so has what that starts.
        string[] marks = [$"SLURM_ARRAY_JOB_ID={Id}", $"SLURM_ARRAY_TASK_ID={task}"];
        return
        [
            .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit))
                .Where(name => !marks.Except(EnvironmentOf(name!)).Any())
                .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.Command("scancel", Id);
        var started = TimeProvider.System.GetTimestamp();
        while (Left().Count > 0)
        {
            // Longer than Slurm waits before it kills them. What has escaped it would go on for ever.
            if (TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(20))
                Left().ForEach(Kill);
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromMinutes(2), $"Processes {string.Join(", ", Left())} of job {Id} do not end.");
            await Task.Delay(100, CancellationToken.None);
        }

        List<int> Left() => [.. Processes(0), .. Processes(1)];
    }

    private static void Kill(int id)
    {
        try
        {
            Process.GetProcessById(id).Kill();
        }
        catch (ArgumentException)
        {
            // It has just ended.
        }
    }

    private static string[] EnvironmentOf(string process)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{process}/environ")).Split('\0');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is none of ours.
            return [];
        }
    }
}
