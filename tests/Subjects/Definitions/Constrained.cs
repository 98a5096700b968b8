using MultiRunner;

namespace Subjects;

/// <summary>Sweeps that do not have every combination of their axes.</summary>
public class Constrained : Restricting
{
    [SweepTheory(Where = FitsIntoMemory)]
    [Exclude(nameof(width), 64, nameof(seed), 2)]
    public int Run(
        [Values(0, 1, 2)] int layers,
        [Values(16, 32, 64)][When(nameof(layers), Above = 0)] int width,
        [Values(1, 2)] int seed) => (layers * width) + seed;

    [SweepTheory(Where = nameof(IsAllowed))]
    public string Generic<T>([Values(1, "x", 2)] T value, bool isText) => $"{value} {isText}";

    private static bool IsAllowed(object value, bool isText) => value is string == isText;
}
