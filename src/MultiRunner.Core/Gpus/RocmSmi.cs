using System.Globalization;

namespace MultiRunner.Gpus;

/// <summary>
/// Reads what <c>rocm-smi</c> writes: a line of column names and a line for each GPU, "card0,0x9246...,7,17163091968,692142080", with
/// memory in bytes. The columns and their order depend on its version.
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

        // HIP counts the GPUs that ROCR leaves, from 0. There is one.
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
            // Warnings, such as that of a card in a low-power state, may stand before these lines and between them.
            var fields = line.Split(',', StringSplitOptions.TrimEntries);
            if (fields[0] == "device")
                names = fields;
            else if (names is not null && IndexOf(fields[0]) is { } index)
                gpus.Add(Read(index, name => Array.IndexOf(names, name) is >= 0 and var at && at < fields.Length ? fields[at] : null));
        }

        if (gpus.Count == 0 && !string.IsNullOrWhiteSpace(output))
            throw new GpuException("no line of column names that starts with 'device' is followed by one for 'card0'");
        return [.. gpus.OrderBy(gpu => gpu.Index)];
    }

    /// <summary>The number of a card, such as 0 for "card0", or null when the text names no card.</summary>
    private static int? IndexOf(string card) =>
        card.StartsWith(Card, StringComparison.Ordinal)
        && int.TryParse(card[Card.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static Gpu Read(int index, Func<string, string?> field) => new()
    {
        Index = index,

        // ROCR_VISIBLE_DEVICES takes the id in this form.
        Uuid = field("Unique ID") is { } id && id.StartsWith("0x", StringComparison.Ordinal) ? $"GPU-{id[2..]}" : null,
        MemoryUsed = (long?)Number(field("VRAM Total Used Memory (B)")),
        MemoryTotal = (long?)Number(field("VRAM Total Memory (B)")),
        Utilization = Number(field("GPU use (%)")) / 100,
    };

    private static double? Number(string? field) =>
        double.TryParse(field, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
