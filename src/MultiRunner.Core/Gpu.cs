using MultiRunner.Gpus;

namespace MultiRunner;

/// <summary>A GPU of this host and how much of it is in use, as <c>nvidia-smi</c> or else <c>rocm-smi</c> says.</summary>
/// <remarks>
/// The tools are looked for on the PATH. Only GPUs that this process may use are there: <c>CUDA_VISIBLE_DEVICES</c> is
/// respected for NVIDIA; <c>ROCR_VISIBLE_DEVICES</c> and then <c>HIP_VISIBLE_DEVICES</c> (without it
/// <c>CUDA_VISIBLE_DEVICES</c>) for AMD, each with the meaning that CUDA and ROCm give it.
/// </remarks>
public sealed class Gpu
{
    internal Gpu()
    {
    }

    /// <summary>
    /// Its number, from 0, as the tool counts. It is what <c>CUDA_VISIBLE_DEVICES</c> (for AMD <c>ROCR_VISIBLE_DEVICES</c>) of
    /// a process started for this GPU should be. CUDA counts as <c>nvidia-smi</c> does where all GPUs are of one model, and
    /// elsewhere when <c>CUDA_DEVICE_ORDER</c> is <c>PCI_BUS_ID</c>.
    /// </summary>
    public required int Index { get; init; }

    /// <summary>
    /// Its number, from 0, as CUDA and ROCm count in this process, which is what a framework wants: <c>cuda:0</c> is the first GPU that
    /// variables such as <c>CUDA_VISIBLE_DEVICES</c> leave, in their order. When it is '3,1', then GPU 3 is <c>cuda:0</c> and GPU 1 is
    /// <c>cuda:1</c>. Without such a variable it is the <see cref="Index"/>.
    /// </summary>
    public int Ordinal { get; internal set; }

    /// <summary>Its UUID, such as <c>GPU-8932f937-d72c-4106-c12f-20bd9faed9f6</c>; null where the tool does not say.</summary>
    public string? Uuid { get; init; }

    /// <summary>Memory in use, in bytes; null where the tool does not say.</summary>
    public long? MemoryUsed { get; init; }

    /// <summary>All of its memory, in bytes; null where the tool does not say.</summary>
    public long? MemoryTotal { get; init; }

    /// <summary>
    /// The share of the last moments, up to a second, in which it was computing, from 0 to 1; null where the tool does not say.
    /// </summary>
    public double? Utilization { get; init; }

    /// <summary>
    /// The GPU that is least used now: the smallest share of memory in use, then the lowest
    /// utilisation, both in whole percent; what is not known counts as 100. Among equals one is drawn at random, so that
    /// processes which start together spread out. Nothing is reserved: for that there is <c>[SweepTheory(Gpus = 1)]</c>.
    /// </summary>
    /// <remarks>It starts the tool and waits for it: some tenths of a second, on some hosts seconds.</remarks>
    /// <exception cref="GpuException">No tool is there, it fails, or it lists no GPU that this process may use.</exception>
    public static Gpu FindBest() => LeastUsedGpu.Of(GpuList.Read(Environment.GetEnvironmentVariable), Random.Shared);

    /// <summary>The GPUs that this process may use, in the order of their ordinals; none when they are all hidden from it.</summary>
    /// <remarks>It starts the tool and waits for it: some tenths of a second, on some hosts seconds.</remarks>
    /// <exception cref="GpuException">No tool is there, it fails, or it lists no GPU at all.</exception>
    public static IReadOnlyList<Gpu> All() => GpuList.Read(Environment.GetEnvironmentVariable).Visible;
}
