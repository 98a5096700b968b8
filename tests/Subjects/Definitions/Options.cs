using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>What a [Fact] can be told, a sweep can be told.</summary>
public class Options
{
    public static bool IsNightOnly => Environment.GetEnvironmentVariable("SUBJECTS_SKIP") is not null;

    [SweepTheory(Timeout = 2000, MaxAttempts = 1)]
    public async Task<int> Timeout([Values(1, 2, 3)] int n)
    {
        try
        {
            if (n == 2)
                await Task.Delay(TimeSpan.FromMinutes(5), Sweep.Current.CancellationToken);
            else if (n == 3)
                await Task.Delay(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            Executions.Note();
            throw;
        }

        return n;
    }

    [SweepTheory(Explicit = true)]
    public int Explicit([Values(1, 2)] int n) => n;

    [SweepTheory(Skip = "not written yet")]
    public int Skipped([Values(1, 2)] int n) => n;

    [SweepTheory(Skip = "runs at night only", SkipWhen = nameof(IsNightOnly))]
    public int Skipped_when([Values(1, 2)] int n) => n;

    [SweepTheory(DisplayName = "How fast?")]
    [Trait("device", "gpu")]
    public int Named([Values(1, 2)] int n) => n;

    [SweepTheory]
    public static int Static([Values(1, 2)] int n) => n;

    [SweepTheory]
    [InlineData(1)]
    [InlineData("one")]
    public string Generic<T>(T value) => $"{typeof(T).Name} {value}";

    [SweepTheory]
    public string Generic_axis<T>([Values(1, "one")] T value) => $"{typeof(T).Name} {value}";
}
