using CsCheck;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

public class DurationsTests
{
    [Fact]
    public void Median_is_that_of_the_last_64_durations_and_the_longest_is_that_of_all() =>
        Gen.Int[0, 20].List[0, 150].Sample(seconds =>
        {
            var durations = new Durations();
            Assert.Null(durations.Median);
            for (var n = 1; n <= seconds.Count; n++)
            {
                durations.Add(TimeSpan.FromSeconds(seconds[n - 1]));
                Assert.Equal(TimeSpan.FromSeconds(Last(seconds, n).Order().ElementAt(Math.Min(n, 64) / 2)), durations.Median);
                Assert.Equal(TimeSpan.FromSeconds(seconds.Take(n).Max()), durations.Longest);
            }
        });

    private static IEnumerable<int> Last(List<int> seconds, int n) => seconds.Take(n).TakeLast(64);
}
