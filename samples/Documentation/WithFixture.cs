using MultiRunner;
using Xunit;

namespace Documentation;

#region fixture
public sealed class DataSet
{
    public double[] Values { get; } = [.. Enumerable.Range(1, 100).Select(i => Math.Sqrt(i))];   // is loaded once a process
}

public sealed class WithFixture(DataSet data, ITestOutputHelper output) : IClassFixture<DataSet>
{
    [SweepTheory(Minimize = "result")]
    public double Trim([Values(0, 5, 10)] int trimmed)
    {
        output.WriteLine($"{data.Values.Length} values");
        return data.Values.Order().Skip(trimmed).SkipLast(trimmed).Average();
    }
}
#endregion
