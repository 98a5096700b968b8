using MultiRunner;
using Xunit;

namespace Subjects;

/// <summary>Each point records how many points its process was running while it ran.</summary>
public class Parallel
{
    public static IEnumerable<TheoryDataRow<int>> Sizes =>
        [.. Enumerable.Range(1, 5).Select(n => new TheoryDataRow<int>(n)), new TheoryDataRow<int>(6) { DisableParallelization = true }];

    [SweepTheory]
    public Task Run([Range(1, 12, 1)] int n) => Look();

    [SweepTheory]
    [MemberData(nameof(Sizes))]
    public Task With_a_row_that_is_not_parallel(int n) => Look();

    [SweepTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4, DisableParallelization = true)]
    public Task With_an_attribute_that_is_not_parallel(int n) => Look();

    private static async Task Look()
    {
        Executions.Note();
        var sweep = Directory.GetParent(Sweep.Current.CheckpointDirectory)!.Parent!.FullName;
        for (var look = 0; look < 4; look++)
        {
            await Task.Delay(25);
            Sweep.Current.Record("running", Directory.GetFiles(Path.Combine(sweep, "ini"), "*_running.*").Length, look);
        }
    }
}
