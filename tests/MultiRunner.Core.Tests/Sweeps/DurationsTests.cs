using CsCheck;
using MultiRunner.Sweeps;
using Xunit;

namespace MultiRunner.Core.Tests.Sweeps;

public class DurationsTests
{
    [Fact]
    public void Median_is_that_of_the_sorted_durations_after_each_that_is_added() =>
        Gen.Int[0, 20].List[0, 40].Sample(seconds =>
        {
            var durations = new Durations();
            Assert.Null(durations.Median);
            for (var n = 1; n <= seconds.Count; n++)
            {
                durations.Add(TimeSpan.FromSeconds(seconds[n - 1]));
                Assert.Equal(TimeSpan.FromSeconds(seconds.Take(n).Order().ElementAt(n / 2)), durations.Median);
            }
        });
}
