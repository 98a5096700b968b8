using System.Globalization;

namespace MultiRunner.Gpus;

/// <summary>
/// The GPUs that are left by environment variables such as <c>CUDA_VISIBLE_DEVICES</c>: indices or UUIDs, of which the
/// beginning is enough, separated by commas. As CUDA does, what follows the first entry that names no GPU is passed over,
/// and an empty list leaves none.
/// </summary>
internal sealed class VisibleDevices(IReadOnlyList<Gpu> gpus)
{
    private readonly List<string> reasons = [];

    /// <summary>What is left, in the order of their indices.</summary>
    public IReadOnlyList<Gpu> Gpus { get; private set; } = gpus;

    /// <summary>"CUDA_VISIBLE_DEVICES is '0,2'", or nothing.</summary>
    public string Reason => string.Join(" and ", reasons);

    /// <summary>By a variable whose numbers are the tool's.</summary>
    public VisibleDevices LimitByIndex(string variable, Func<string, string?> environment) =>
        Limit(variable, environment, number => Gpus.FirstOrDefault(gpu => gpu.Index == number));

    /// <summary>By a variable whose numbers count what others left, from 0.</summary>
    public VisibleDevices LimitByPosition(string variable, Func<string, string?> environment) =>
        Limit(variable, environment, number => number < Gpus.Count ? Gpus[number] : null);

    private VisibleDevices Limit(string variable, Func<string, string?> environment, Func<int, Gpu?> byNumber)
    {
        if (environment(variable) is not { } list)
            return this;
        var left = new HashSet<Gpu>();
        foreach (var entry in list.Split(',', StringSplitOptions.TrimEntries))
        {
            if ((int.TryParse(entry, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? byNumber(number) : ByUuid(entry)) is not { } gpu)
                break;
            left.Add(gpu);
        }

        Gpus = [.. Gpus.Where(left.Contains)];
        reasons.Add($"{variable} is '{list}'");
        return this;
    }

    private Gpu? ByUuid(string start)
    {
        Gpu[] found = start.Length > "GPU-".Length ? [.. Gpus.Where(gpu => gpu.Uuid?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true)] : [];
        return found is [var one] ? one : null;
    }
}
