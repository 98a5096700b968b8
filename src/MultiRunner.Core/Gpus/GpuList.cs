using MultiRunner.Storage;

namespace MultiRunner.Gpus;

/// <summary>The GPUs of this host, as the first tool that finds any lists them.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Visible">The GPUs that this process may use, in the order of their ordinals.</param>
/// <param name="Description">Words for messages, such as "the GPUs 0, 1, 2 that nvidia-smi lists (CUDA_VISIBLE_DEVICES is '0,2')".</param>
internal sealed record GpuList(GpuTool Tool, IReadOnlyList<Gpu> Visible, string Description)
{
    /// <summary>Asks the tools, one after another, until one lists a GPU.</summary>
    /// <param name="environment">The environment variables; the tools are looked for on its PATH.</param>
    /// <exception cref="GpuException">No tool lists any GPU.</exception>
    public static GpuList Read(Func<string, string?> environment)
    {
        var problems = new List<string>();
        foreach (var tool in GpuTool.All)
        {
            if (SearchPath.Find(tool.Name, environment("PATH")) is not { } path)
                continue;
            var (output, problem) = ToolProcess.Run(path, tool.Arguments);
            try
            {
                if (problem is null && tool.Parse(output) is [_, ..] gpus)
                    return Limit(tool, gpus, environment);
                problems.Add(problem ?? $"'{path}' lists no GPU");
            }
            catch (GpuException e)
            {
                problems.Add($"'{path}' {ToolProcess.Quote(output)}, in which {e.Message}");
            }
        }

        var names = string.Join(" or ", GpuTool.All.Select(tool => tool.Name));
        throw new GpuException(problems.Count == 0
            ? $"GPUs are listed by {names}, but neither of them is on the PATH. Install the tools of the GPU's driver, or add their "
                + $"directory to PATH."
            : $"GPUs are listed by {names}, but {string.Join("; ", problems)}. Run the tool by hand and fix what it reports.");
    }

    private static GpuList Limit(GpuTool tool, IReadOnlyList<Gpu> gpus, Func<string, string?> environment)
    {
        var left = tool.Limit(gpus, environment);
        for (var ordinal = 0; ordinal < left.Gpus.Count; ordinal++)
            left.Gpus[ordinal].Ordinal = ordinal;
        var reason = left.Reason.Length > 0 ? $" ({left.Reason})" : "";
        return new GpuList(tool, left.Gpus, $"the GPU{(gpus.Count == 1 ? "" : "s")} {string.Join(", ", gpus.Select(gpu => gpu.Index))} "
            + $"that {tool.Name} lists{reason}");
    }
}
