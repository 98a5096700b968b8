using MultiRunner.Statistics;
using Xunit;

namespace MultiRunner.Core.Tests.Statistics;

/// <summary>What the headline of a noisy sweep says, over many sweeps whose truth is known.</summary>
public class NoisySweepTests
{
    private const int Sweeps = 200;
    private const int Repeats = 5;

    /// <summary>
    /// Nothing is there to be found. Each seed has an effect of its own on all configurations, as an easy split of the data has.
    /// </summary>
    [Theory]
    [InlineData(4711)]
    [InlineData(4712)]
    [InlineData(4713)]
    public void Pure_noise_has_a_winner_in_at_most_seven_of_a_hundred_sweeps(int seed)
    {
        var noise = new Noise(seed);
        var winners = Enumerable.Range(0, Sweeps).Count(sweep => NamesWinner(Sweep(noise, Configurations(sweep), advantage: 0)));

        Assert.True(winners <= 0.07 * Sweeps, $"Seed {seed}: {winners} of {Sweeps} sweeps of pure noise have a winner.");
    }

    /// <summary>Two configurations need no correction, so five of a hundred are expected: the test itself keeps its level.</summary>
    [Fact]
    public void Two_configurations_of_pure_noise_have_a_winner_in_about_five_of_a_hundred_sweeps()
    {
        const int seed = 4714;
        var noise = new Noise(seed);
        var winners = Enumerable.Range(0, 20 * Sweeps).Count(_ => NamesWinner(Sweep(noise, 2, advantage: 0)));

        Assert.True(winners is > 160 and < 240, $"Seed {seed}: {winners} of {20 * Sweeps} sweeps of pure noise have a winner.");
    }

    [Theory]
    [InlineData(4715)]
    [InlineData(4716)]
    [InlineData(4717)]
    public void What_is_three_standard_errors_better_is_named_in_eighty_of_a_hundred_sweeps(int seed)
    {
        var noise = new Noise(seed);
        var right = Enumerable.Range(0, Sweeps).Count(sweep => Best(Sweep(noise, Configurations(sweep), 3 / Math.Sqrt(Repeats))) == 0);

        Assert.True(right >= 0.8 * Sweeps, $"Seed {seed}: {right} of {Sweeps} sweeps name the right one.");
    }

    /// <summary>
    /// Half of the configurations are a standard deviation worse. The first is one of the best, and the named one is another best one,
    /// or a lucky one.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(30)]
    public void One_that_is_truly_best_is_told_from_the_named_one_in_less_than_five_of_a_hundred_sweeps(int configurations)
    {
        const int seed = 4719;
        var noise = new Noise(seed);
        var told = 0;
        for (var i = 0; i < 10 * Sweeps; i++)
        {
            var sweep = Sweep(noise, configurations, advantage: 0);
            foreach (var worse in sweep.Where((_, k) => k % 2 == 1))
                worse.Keys.ToList().ForEach(repeat => worse[repeat]--);
            told += Best(sweep) != 0 && !BestComparison.NotDistinguishable(Best(sweep), sweep).Contains(0) ? 1 : 0;
        }

        Assert.True(told < 0.05 * 10 * Sweeps, $"Seed {seed}: {told} of {10 * Sweeps} sweeps tell a best one from the best.");
    }

    /// <summary>Twenty standard errors: the mark must also be seen, or no winner would ever be one.</summary>
    [Fact]
    public void What_is_far_better_is_distinguishable_from_all_others()
    {
        const int seed = 4718;
        var noise = new Noise(seed);
        var advantage = 20 / Math.Sqrt(Repeats);
        var winners = Enumerable.Range(0, Sweeps).Count(sweep => NamesWinner(Sweep(noise, Configurations(sweep), advantage)));

        Assert.True(winners >= 0.95 * Sweeps, $"Seed {seed}: {winners} of {Sweeps} sweeps have a winner.");
    }

    /// <summary>2 to 30.</summary>
    private static int Configurations(int sweep) => 2 + (sweep % 29);

    private static bool NamesWinner(List<Dictionary<string, double>> sweep) =>
        BestComparison.NotDistinguishable(Best(sweep), sweep).Count == 0;

    private static int Best(List<Dictionary<string, double>> sweep)
    {
        var means = sweep.Select(sample => SampleSummary.Of([.. sample.Values]).Mean).ToList();
        return means.IndexOf(means.Max());
    }

    /// <param name="noise">Adds a normal number with variance 1 to each value, and one with variance 9 to all values of a repeat.</param>
    /// <param name="configurations">How many there are.</param>
    /// <param name="advantage">What the first is better by.</param>
    private static List<Dictionary<string, double>> Sweep(Noise noise, int configurations, double advantage)
    {
        var common = Enumerable.Range(0, Repeats).ToDictionary(repeat => $$"""{"seed":{{repeat}}}""", _ => 3 * noise.Next());
        return [.. Enumerable.Range(0, configurations)
            .Select(i => common.ToDictionary(c => c.Key, c => c.Value + noise.Next() + (i == 0 ? advantage : 0)))];
    }
}
