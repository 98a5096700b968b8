using System.Globalization;

namespace MultiRunner.Gpus;

/// <summary>
/// Reads what <c>nvidia-smi</c> writes: a line for each GPU, "0, GPU-8932f937-..., 1404, 81559, 37", with memory in MiB.
/// </summary>
internal static class NvidiaSmi
{
    public static readonly GpuTool Tool = new(
        "nvidia-smi",
        ["--query-gpu=index,uuid,memory.used,memory.total,utilization.gpu", "--format=csv,noheader,nounits"],
        Parse,
        (gpus, environment) => new VisibleDevices(gpus).LimitByIndex("CUDA_VISIBLE_DEVICES", environment),

        // The order makes CUDA count as the tool does. By default CUDA puts the fastest GPU first.
        gpu => new Dictionary<string, string>
        {
            ["CUDA_VISIBLE_DEVICES"] = gpu.Index.ToString(CultureInfo.InvariantCulture),
            ["CUDA_DEVICE_ORDER"] = "PCI_BUS_ID",
        });

    private const int Columns = 5;
    private const long MiB = 1024 * 1024;

    public static IReadOnlyList<Gpu> Parse(string output)
    {
        var gpus = new List<Gpu>();
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Warnings, and a GPU that has fallen off the bus ("Unable to determine the device handle for GPU ..."), have
            // lines of their own among the others.
            var fields = line.Split(',', StringSplitOptions.TrimEntries);
            if (fields.Length != Columns || !int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                continue;

            // A field may be "[N/A]", "[Not Supported]" or "[Unknown Error]": with old cards, with MIG, and with memory that is shared
            // with the processor.
            gpus.Add(new Gpu
            {
                Index = index,
                Uuid = fields[1].StartsWith("GPU-", StringComparison.Ordinal) ? fields[1] : null,
                MemoryUsed = (long?)(Number(fields[2]) * MiB),
                MemoryTotal = (long?)(Number(fields[3]) * MiB),
                Utilization = Number(fields[4]) / 100,
            });
        }

        if (gpus.Count == 0 && !string.IsNullOrWhiteSpace(output))
            throw new GpuException("no line is an index, a UUID, used and total memory and the utilisation");
        return [.. gpus.OrderBy(gpu => gpu.Index)];
    }

    private static double? Number(string field) =>
        double.TryParse(field, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
