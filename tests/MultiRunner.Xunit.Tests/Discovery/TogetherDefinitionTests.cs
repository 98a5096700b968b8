using MultiRunner.Definition;
using Xunit.v3;

namespace MultiRunner.Tests.Discovery;

/// <summary>Which points [Zip], [AlsoRun] and default values give a method, also one that overrides another.</summary>
public sealed class TogetherDefinitionTests
{
    [Theory]
    [InlineData(nameof(Sweeps.Zipped), """{"a":1,"b":0,"c":5}""", """{"a":1,"b":1,"c":5}""", """{"a":1,"b":0,"c":6}""", """{"a":1,"b":1,"c":6}""")]
    [InlineData(nameof(Sweeps.ZippedGeneric), """{"a":1,"b":"x"}""", """{"a":"two","b":"y"}""")]
    [InlineData(nameof(Sweeps.AlsoRun), """{"a":1,"b":"x"}""", """{"a":0,"b":"none"}""", """{"a":2,"b":"x"}""")]
    [InlineData(nameof(Sweeps.AlsoRunOfOne), """{"text":"x"}""", """{"text":null}""", """{"text":"y"}""")]
    [InlineData(nameof(Sweeps.AlsoRunWithToken), """{"a":1,"seed":0}""", """{"a":1,"seed":1}""", """{"a":2,"seed":7}""")]
    [InlineData(nameof(Sweeps.AlsoRunOfAnyType), """{"n":1}""", """{"n":"one"}""")]
    [InlineData(nameof(Sweeps.Defaults), """{"day":"Friday","id":"00000000-0000-0000-0000-000000000000","maybe":null,"n":3,"nullable":"Monday","on":true,"price":1.5,"text":null}""")]
    [InlineData(nameof(Sweeps.AllOfADefault), """{"on":false}""", """{"on":true}""")]
    [InlineData(nameof(Sweeps.GenericDefault), """{"n":"x"}""")]
    public async Task The_points_are_those_of_the_code(string method, params string[] keys) =>
        Assert.Equal(keys, await Keys(typeof(Sweeps), method));

    [Theory]
    [InlineData(nameof(Base.Zipped), """{"a":1,"b":5}""", """{"a":2,"b":6}""")]
    [InlineData(nameof(Base.Replaced), """{"a":1,"b":5}""", """{"a":1,"b":6}""", """{"a":2,"b":5}""", """{"a":2,"b":6}""")]
    [InlineData(nameof(Base.AlsoRun), """{"a":1}""", """{"a":7}""", """{"a":8}""")]
    [InlineData(nameof(Base.AlsoRunReplaced), """{"a":1}""", """{"a":9}""")]
    [InlineData(nameof(Base.Default), """{"a":3,"on":false}""")]
    [InlineData(nameof(Base.DefaultReplaced), """{"a":4}""")]
    [InlineData(nameof(Base.AxisBeforeDefault), """{"a":1}""", """{"a":2}""")]
    public async Task An_override_inherits_what_it_has_not_itself(string method, params string[] keys) =>
        Assert.Equal(keys, await Keys(typeof(Override), method));

    [Theory]
    [InlineData(nameof(Sweeps.OpenDefault), "every parameter needs an axis, but 'n' (T) has none.")]
    [InlineData(nameof(Sweeps.AlsoRunOfALoss), "every value must convert to its parameter's type without loss, but [AlsoRun(300)] has 300 (Int32) for 'n' (Byte).")]
    [InlineData(nameof(Sweeps.AlsoRunTwice), "every point is listed once, but 1 of 3 repeat another (point 2 is the same as 1: {\"n\":5}).")]
    [InlineData(nameof(Sweeps.ZipOfUnequal), "must have equally many values, but in [Zip(\"\\\"g\\\"\")] 'a' has 1, 'b' has 2.")]
    public async Task What_is_wrong_is_named(string method, string message) => Assert.Contains(
        message,
        (await Assert.ThrowsAsync<GridException>(() => Keys(typeof(Sweeps), method))).Message,
        StringComparison.Ordinal);

    private static async Task<IEnumerable<string>> Keys(Type type, string method)
    {
        var own = (IXunitTestMethod)TestContext.Current.TestMethod!;
        var definition = await SweepDefinitions.For(new XunitTestMethod(own.TestClass, type.GetMethod(method)!, []));
        return definition.Grid.Points.Select(point => point.Key);
    }

#pragma warning disable CA1068, CA1822, xUnit1000, xUnit1026 // Private, so that the runner of these tests does not take them for its own.
    private sealed class Sweeps
    {
        [SweepTheory]
        public void Zipped([Values(1, 1), Zip] int a, [Repeats(2)] int b, [Values(5, 6), Zip] int c)
        {
        }

        [SweepTheory]
        public void ZippedGeneric<T>([Values(1, "two"), Zip] T a, [Values("x", "y"), Zip] string b)
        {
        }

        [SweepTheory]
        [AlsoRun(0.0, "none")]
        [AlsoRun(2)]
        public void AlsoRun([Values(1)] int a, string b = "x")
        {
        }

        [SweepTheory]
        [AlsoRun(null)]
        [AlsoRun("y")]
        public void AlsoRunOfOne([Values("x")] string? text)
        {
        }

        [SweepTheory]
        [AlsoRun(2, 7)]
        public void AlsoRunWithToken([Values(1)] int a, CancellationToken token, [Repeats(2)] int seed)
        {
        }

        [SweepTheory]
        [AlsoRun("one")]
        public void AlsoRunOfAnyType<T>([Values(1)] T n)
        {
        }

        [SweepTheory]
        public void Defaults(
            int n = 3,
            bool on = true,
            DayOfWeek day = DayOfWeek.Friday,
            DayOfWeek? nullable = DayOfWeek.Monday,
            bool? maybe = null,
            decimal price = 1.5m,
            string? text = null,
            Guid id = default,
            CancellationToken token = default)
        {
        }

        [SweepTheory]
        public void AllOfADefault([Values] bool on = true)
        {
        }

        [SweepTheory]
        public void GenericDefault<T>([Values("x")] T? n = default)
        {
        }

        [SweepTheory]
        public void OpenDefault<T>(T? n = default)
        {
        }

        [SweepTheory]
        [AlsoRun(300)]
        public void AlsoRunOfALoss([Values(1)] byte n)
        {
        }

        [SweepTheory]
        [AlsoRun(5)]
        [AlsoRun(5.0)]
        public void AlsoRunTwice([Values(1)] int n)
        {
        }

        [SweepTheory]
        public void ZipOfUnequal([Values(1), Zip("\"g\"")] int a, [Values(1, 2), Zip("\"g\"")] int b)
        {
        }
    }

    private abstract class Base
    {
        [SweepTheory]
        public abstract void Zipped([Values(1, 2), Zip] int a, [Values(5, 6), Zip] int b);

        [SweepTheory]
        public abstract void Replaced([Values(7, 8), Zip] int a, [Values(5, 6)] int b);

        [SweepTheory]
        [AlsoRun(7)]
        [AlsoRun(8)]
        public abstract void AlsoRun([Values(1)] int a);

        [SweepTheory]
        [AlsoRun(7)]
        [AlsoRun(8)]
        public abstract void AlsoRunReplaced([Values(1)] int a);

        [SweepTheory]
        public abstract void Default(int a = 3, bool on = false);

        [SweepTheory]
        public abstract void DefaultReplaced(int a = 3);

        [SweepTheory]
        public abstract void AxisBeforeDefault([Values(1, 2)] int a);
    }

    private sealed class Override : Base
    {
        public override void Zipped(int a, int b)
        {
        }

        public override void Replaced([Values(1, 2)] int a, int b)
        {
        }

        public override void AlsoRun(int a)
        {
        }

        [AlsoRun(9)]
        public override void AlsoRunReplaced(int a)
        {
        }

#pragma warning disable CA1725, RCS1168
        public override void Default(int a, bool on)
        {
        }

        public override void DefaultReplaced(int a = 4)
        {
        }

        public override void AxisBeforeDefault(int a = 1)
        {
        }
    }
}
