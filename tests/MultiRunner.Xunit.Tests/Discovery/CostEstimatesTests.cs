using System.Numerics;
using MultiRunner.Definition;
using Xunit.v3;

namespace MultiRunner.Tests.Discovery;

/// <summary>What the points cost by a method of any numeric type.</summary>
public sealed class CostEstimatesTests
{
    [Theory]
    [InlineData(nameof(Sweeps.Pauses), new[] { 10_000_000.0, 30_000_000, 20_000_000 })]
    [InlineData(nameof(Sweeps.Halves), new[] { 0.5, 1.5, 1 })]
    [InlineData(nameof(Sweeps.Large), new[] { 1e20, 3e20, 2e20 })]
    [InlineData(nameof(Sweeps.Larger), new[] { 1e20, 3e20, 2e20 })]
    [InlineData(nameof(Sweeps.Native), new[] { -1.0, -3, -2 })]
    [InlineData(nameof(Sweeps.Decimals), new[] { 0.1, 0.3, 0.2 })]
    [InlineData(nameof(Sweeps.Endless), new[] { 1.0, double.PositiveInfinity, 2 })]
    public async Task Each_point_has_its_cost(string method, double[] costs) => Assert.Equal(costs, (await Read(method)).Costs);

    [Fact]
    public async Task Without_a_method_there_are_none() => Assert.Null((await Read(nameof(Sweeps.Free))).Costs);

    [Theory]
    [InlineData(nameof(Sweeps.Letters), "returns Char. Let it return a number or a TimeSpan.")]
    [InlineData(nameof(Sweeps.Perhaps), "returns Int32?. Let it return a number or a TimeSpan.")]
    [InlineData(nameof(Sweeps.Shuffled), "decides the order LongestFirst only, but Order is Shuffled. Remove Cost, or remove Order")]
    public async Task What_is_no_cost_is_named(string method, string message) =>
        Assert.Contains(message, (await Assert.ThrowsAsync<GridException>(() => Read(method))).Message, StringComparison.Ordinal);

    private static Task<SweepDefinition> Read(string method)
    {
        var own = (IXunitTestMethod)TestContext.Current.TestMethod!;
        return SweepDefinitions.For(new XunitTestMethod(own.TestClass, typeof(Sweeps).GetMethod(method)!, []));
    }

#pragma warning disable CA1822, xUnit1000, xUnit1026 // Private, so that the runner of these tests does not take them for its own.
    private sealed class Sweeps
    {
        [SweepTheory(Cost = nameof(Pause))]
        public void Pauses([Values(1, 3, 2)] int n)
        {
        }

        [SweepTheory(Cost = nameof(Half))]
        public void Halves([Values(1, 3, 2)] int n)
        {
        }

        [SweepTheory(Cost = nameof(Big))]
        public void Large([Values(1, 3, 2)] int n)
        {
        }

        [SweepTheory(Cost = nameof(Wide))]
        public void Larger([Values(1, 3, 2)] int n)
        {
        }

        [SweepTheory(Cost = nameof(Pointer))]
        public void Native([Values(1, 3, 2)] int n)
        {
        }

        [SweepTheory(Cost = nameof(Tenth), Order = Order.LongestFirst)]
        public void Decimals([Values(1, 3, 2)] int n)
        {
        }

        [SweepTheory(Cost = nameof(EndlessFrom3))]
        public void Endless([Values(1, 3, 2)] int n)
        {
        }

        [SweepTheory(Cost = nameof(Letter))]
        public void Letters([Values(1)] int n)
        {
        }

        [SweepTheory(Cost = nameof(Maybe))]
        public void Perhaps([Values(1)] int n)
        {
        }

        [SweepTheory(Cost = nameof(Tenth), Order = Order.Shuffled)]
        public void Shuffled([Values(1)] int n)
        {
        }

        [SweepTheory(Order = Order.LongestFirst)]
        public void Free([Values(1)] int n)
        {
        }

        private static TimeSpan Pause(int n) => TimeSpan.FromSeconds(n);

        private static Half Half(int n) => (Half)(n / 2.0);

        private static BigInteger Big(int n) => n * BigInteger.Pow(10, 20);

        private static Int128 Wide(int n) => n * (Int128)1e20;

        private static nint Pointer(int n) => -n;

        private static decimal Tenth(int n) => n / 10m;

        private static float EndlessFrom3(int n) => n < 3 ? n : float.PositiveInfinity;

        private static char Letter(int n) => (char)n;

        private static int? Maybe(int n) => n;
    }
}
