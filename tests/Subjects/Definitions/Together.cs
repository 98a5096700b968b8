using MultiRunner;

namespace Subjects;

/// <summary>Axes that belong together, computed values, points beside the product, and parameters with default values.</summary>
public class Together
{
    private static readonly string[] Names = ["a", "b"];

    private static IEnumerable<int?> Limits()
    {
        for (var limit = 1; limit < 100; limit *= 10)
            yield return limit;
        yield return null;
    }

    [SweepTheory]
    [AlsoRun(0, "none", null, 0.5, "small")]
    [AlsoRun(1, "none", 1)]
    public int Everything(
        [Values(64, 128), Zip("size")] int width,
        [ValuesFrom(nameof(Names))] string name,
        [ValuesFrom(nameof(Limits))][Values(5)] int? limit,
        CancellationToken token,
        [Values(0.25, 0.75), Zip("size")] double rate = 0.25,
        string data = "all") => width;

    [SweepTheory]
    public int Choices([Zip] bool fast, [Zip] Model model, bool check = false, Model? other = Model.Lasso, Guid id = default) => 1;

#if EDITED
    [SweepTheory]
    public int Axis_added([Values(1, 2)] int n, [Values(4, 3)] int depth = 3) => n * depth;
#else
    [SweepTheory]
    public int Axis_added([Values(1, 2)] int n, int depth = 3) => n * depth;
#endif
}
