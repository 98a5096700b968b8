using System.Globalization;

namespace MultiRunner.Gpus;

/// <summary>
/// The GPUs that environment variables such as <c>CUDA_VISIBLE_DEVICES</c> leave. A variable lists indices or UUIDs, separated by
/// commas. The beginning of a UUID is enough. As in CUDA, the first entry that names no GPU and all entries after it are passed over,
/// and an empty list leaves no GPU.
/// </summary>
internal sealed class VisibleDevices(IReadOnlyList<Gpu> gpus)
{
    private readonly List<string> reasons = [];

    /// <summary>The GPUs that are left, in the order in which a process with these variables counts them.</summary>
    public IReadOnlyList<Gpu> Gpus { get; private set; } = gpus;

    /// <summary>The variables in words, such as "CUDA_VISIBLE_DEVICES is '0,2'". It is empty when there is none.</summary>
    public string Reason => string.Join(" and ", reasons);

    /// <summary>Limits the GPUs by a variable whose numbers are those of the tool.</summary>
    public VisibleDevices LimitByIndex(string variable, Func<string, string?> environment) =>
        Limit(variable, environment, number => Gpus.FirstOrDefault(gpu => gpu.Index == number));

    /// <summary>Limits the GPUs by a variable whose numbers count the GPUs that are left so far, from 0.</summary>
    public VisibleDevices LimitByPosition(string variable, Func<string, string?> environment) =>
        Limit(variable, environment, number => number < Gpus.Count ? Gpus[number] : null);

    private VisibleDevices Limit(string variable, Func<string, string?> environment, Func<int, Gpu?> byNumber)
    {
        if (environment(variable) is not { } list)
            return this;
        var left = new List<Gpu>();
        foreach (var entry in list.Split(',', StringSplitOptions.TrimEntries))
        {
            var isNumber = int.TryParse(entry, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            if ((isNumber ? byNumber(number) : ByUuid(entry)) is not { } gpu)
                break;
            if (!left.Contains(gpu))
                left.Add(gpu);
        }

        Gpus = left;
        reasons.Add($"{variable} is '{list}'");
        return this;
    }

    private Gpu? ByUuid(string start)
    {
        if (start.Length <= "GPU-".Length)
            return null;
        var found = Gpus.Where(gpu => gpu.Uuid?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true).ToList();
        return found is [var one] ? one : null;
    }
}
