using MultiRunner;

namespace Subjects;

/// <summary>An example of the README, which a test compares with it.</summary>
public class ReadmeExample
{
    [SweepTheory(Maximize = "accuracy", Version = "2")]
    public Scores Train([Values(16, 64, 256)] int batchSize, [Repeats(5)] int seed) => Net.Train(batchSize, new Random(seed));

    private static class Net
    {
        public static Scores Train(int batchSize, Random random) => new(random.NextDouble(), 1.0 / batchSize);
    }
}
