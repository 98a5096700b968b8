namespace MultiRunner.Gpus;

/// <summary>A program that lists the GPUs of one vendor.</summary>
/// <param name="Name">Its name on the PATH.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Parse">Reads what it writes. An empty text is no error here. A text in which no GPU can be read is one.</param>
/// <param name="Limit">Leaves out what this process may not use, by the vendor's environment variables.</param>
/// <param name="Only">The environment variables of a process that is to see one GPU alone.</param>
internal sealed record GpuTool(
    string Name,
    IReadOnlyList<string> Arguments,
    Func<string, IReadOnlyList<Gpu>> Parse,
    Func<IReadOnlyList<Gpu>, Func<string, string?>, VisibleDevices> Limit,
    Func<Gpu, IReadOnlyDictionary<string, string>> Only)
{
    /// <summary>The tools, in the order in which they are tried.</summary>
    public static readonly IReadOnlyList<GpuTool> All = [NvidiaSmi.Tool, RocmSmi.Tool];
}
