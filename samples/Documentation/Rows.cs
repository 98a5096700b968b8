using MultiRunner;
using Xunit;

namespace Documentation;

/// <summary>The examples of docs/grids.md with rows.</summary>
public class Rows
{
    #region inline
    [SweepTheory(Minimize = "logLoss")]
    [InlineData(16, 1, 0.1)]
    [InlineData(64, 1, 0.01)]
    [InlineData(256, 2, 0.001)]
    public Scores Train(int batchSize, int layers, double learningRate) => Net.Train(batchSize, layers, learningRate);
    #endregion

    #region member
    public static TheoryData<int, double> Schedules
    {
        get
        {
            var rows = new TheoryData<int, double>();
            foreach (var batchSize in (int[])[16, 64])
                rows.Add(batchSize, 0.001 * batchSize);   // the learning rate follows the batch size
            return rows;
        }
    }

    [SweepTheory(Maximize = "accuracy")]
    [MemberData(nameof(Schedules))]
    public Scores Scheduled(int batchSize, double learningRate) => Net.Train(batchSize, layers: 1, learningRate);
    #endregion

    #region class-data
    [SweepTheory]
    [ClassData(typeof(Sizes))]
    public int Square(int size) => size * size;

    public sealed class Sizes : TheoryData<int>
    {
        public Sizes() => AddRange(1, 2, 3);
    }
    #endregion

    #region row-metadata
    public static IEnumerable<TheoryDataRow<int>> Annotated =>
    [
        new(8),
        new(16) { Label = "the usual one" },
        new(1024) { Skip = "takes a night" },
    ];

    [SweepTheory]
    [MemberData(nameof(Annotated))]
    public int Described(int size) => size;
    #endregion

    #region repeated-rows
    public static IEnumerable<TheoryDataRow<int, int>> Seeded =>
        from batchSize in (int[])[16, 64]
        from seed in (int[])[17, 23, 99]
        select new TheoryDataRow<int, int>(batchSize, seed);

    [SweepTheory(Maximize = "accuracy")]
    [MemberData(nameof(Seeded))]
    public Scores Seeds(int batchSize, [Repeats] int seed) => Net.Train(batchSize, new Random(seed));
    #endregion
}
