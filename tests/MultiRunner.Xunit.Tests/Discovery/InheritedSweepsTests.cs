using MultiRunner.Definition;
using MultiRunner.Grids;
using Xunit.v3;

namespace MultiRunner.Tests.Discovery;

/// <summary>A sweep that several test classes inherit is one of each of them.</summary>
public sealed class InheritedSweepsTests
{
    [Theory]
    [InlineData(typeof(First), "MultiRunner.Tests.Discovery.InheritedSweepsTests+First.Fit")]
    [InlineData(typeof(Second), "MultiRunner.Tests.Discovery.InheritedSweepsTests+Second.Fit")]
    public async Task A_generic_one_has_the_name_of_the_class_that_runs_it(Type type, string name)
    {
        var own = (IXunitTestMethod)TestContext.Current.TestMethod!;
        var closed = type.GetMethod(nameof(First.Fit))!.MakeGenericMethod(typeof(int));

        var definition = await SweepDefinitions.For(new XunitTestMethod(own.TestClass, closed, []));

        Assert.Equal(name, definition.FullName);
        Assert.Equal(2, definition.Grid.Points.Count);
    }

#pragma warning disable CA1822, xUnit1000, xUnit1026 // Private, so that the runner of these tests does not take them for its own.
    private abstract class Base
    {
        [SweepTheory]
        public void Fit<T>([Values(1, 2.5)] T x)
        {
        }
    }

    private sealed class First : Base;

    private sealed class Second : Base;
#pragma warning restore CA1822, xUnit1000, xUnit1026
}
