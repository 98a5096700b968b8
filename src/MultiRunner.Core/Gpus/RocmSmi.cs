using System.Globalization;

namespace MultiRunner.Gpus;

/// <summary>
/// Reads <c>rocm-smi</c>: a line of names and a line a GPU, "card0,0x9246...,7,17163091968,692142080", memory in bytes. Which
/// columns there are, and in what order, depends on its version.
/// </summary>
internal static class RocmSmi
{
    public static readonly GpuTool Tool = new(
        "rocm-smi",
        ["--showuniqueid", "--showuse", "--showmeminfo", "vram", "--csv"],
        Parse,
        (gpus, environment) => new VisibleDevices(gpus)
            .LimitByIndex("ROCR_VISIBLE_DEVICES", environment)
            .LimitByPosition(environment("HIP_VISIBLE_DEVICES") is null ? "CUDA_VISIBLE_DEVICES" : "HIP_VISIBLE_DEVICES", environment),

        // HIP counts what ROCR leaves: of one GPU the first.
        gpu => new Dictionary<string, string>
        {
            ["ROCR_VISIBLE_DEVICES"] = gpu.Index.ToString(CultureInfo.InvariantCulture),
            ["HIP_VISIBLE_DEVICES"] = "0",
        });

    private const string Card = "card";

    public static IReadOnlyList<Gpu> Parse(string output)
    {
        var gpus = new List<Gpu>();
        string[]? names = null;
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Warnings, such as that of a card in a low-power state, stand before and between.
            var fields = line.Split(',', StringSplitOptions.TrimEntries);
            if (fields[0] == "device")
                names = fields;
            else if (names is not null && fields[0].StartsWith(Card, StringComparison.Ordinal) && int.TryParse(fields[0][Card.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                gpus.Add(Read(index, name => Array.IndexOf(names, name) is >= 0 and var column && column < fields.Length ? fields[column] : null));
        }

        if (gpus.Count == 0 && !string.IsNullOrWhiteSpace(output))
            throw new GpuException("no line of column names that starts with 'device' is followed by one for 'card0'");
        return [.. gpus.OrderBy(gpu => gpu.Index)];
    }

    private static Gpu Read(int index, Func<string, string?> field) => new()
    {
        Index = index,

        // As ROCR_VISIBLE_DEVICES wants it.
        Uuid = field("Unique ID") is { } id && id.StartsWith("0x", StringComparison.Ordinal) ? $"GPU-{id[2..]}" : null,
        MemoryUsed = (long?)Number(field("VRAM Total Used Memory (B)")),
        MemoryTotal = (long?)Number(field("VRAM Total Memory (B)")),
        Utilization = Number(field("GPU use (%)")) / 100,
    };

    private static double? Number(string? field) =>
        double.TryParse(field, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
