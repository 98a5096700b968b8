using MultiRunner.Definition;
using Xunit.v3;

namespace MultiRunner.Tests.Discovery;

/// <summary>Which points the rows of a method give, as a theory would take them.</summary>
public sealed class RowArgumentsTests
{
    [Theory]
    [InlineData(nameof(Sweeps.Defaults), """{"a":1,"day":"Friday","e":1.5,"id":"00000000-0000-0000-0000-000000000000","n":null}""")]
    [InlineData(nameof(Sweeps.Params), """{"a":1,"names":["x","y"]}""", """{"a":2,"names":[]}""")]
    [InlineData(nameof(Sweeps.ParamsOfOthers), """{"days":["Friday","Monday"],"prices":[0.1,2]}""")]
    [InlineData(nameof(Sweeps.ParamsAsAnArray), """{"a":[1,2]}""", """{"a":null}""", """{"a":[3]}""", """{"a":[]}""")]
    [InlineData(nameof(Sweeps.ParamsOfAnything), """{"a":[[1,2]]}""", """{"a":[["x","y"]]}""", """{"a":["z",null,1]}""")]
    [InlineData(nameof(Sweeps.ParamsAfterAToken), """{"x":[0.1,2]}""")]
    [InlineData(nameof(Sweeps.ArraysOfAType), """{"a":[1,2]}""", """{"a":["x"]}""")]
    [InlineData(nameof(Sweeps.Last), """{"a":1}""", """{"a":2}""")]
    [InlineData(nameof(Sweeps.Between), """{"a":1,"b":"x"}""", """{"a":2,"b":"default"}""")]
    [InlineData(nameof(Sweeps.ForATheory), """{"a":1}""")]
    [InlineData(nameof(Sweeps.Jagged), """{"layers":[[1,2],[],null]}""")]
    [InlineData(nameof(Sweeps.Nullable), """{"a":[1,null],"text":null}""")]
    [InlineData(nameof(Sweeps.Pair), """{"pair":[1,2]}""", """{"pair":[0.5,-1]}""", """{"pair":null}""")]
    [InlineData(nameof(Sweeps.Axis), """{"a":1}""", """{"a":2}""")]
    [InlineData(nameof(Sweeps.Alone), "{}")]
    public async Task Points_are_those_of_a_theory(string method, params string[] keys) =>
        Assert.Equal(keys, (await Read(method)).Grid.Points.Select(point => point.Key));

    [Theory]
    [InlineData(nameof(Sweeps.TooShort), "every row needs one value for each of the 2 parameters (a, b), but row 0 has 1: 1. Add or remove values.")]
    [InlineData(nameof(Sweeps.TooLong), "every row needs one value for each of the 1 parameters (a), but row 0 has 2: 1, 2. Add or remove values.")]
    [InlineData(nameof(Sweeps.WrongParams), "without loss, but row 0 has 2.5 (Decimal) for 'a' (Int32); row 0 has \"x\" (String) for 'a' (Int32); row 2 has 0.5 (Double) for 'n' (Int32); row 2 has null (null) for 'a' (Int32); row 3 has [4000000000] (UInt32[]) for 'a' (Int32[]). Change the value, or the type of the parameter.")]
    [InlineData(nameof(Sweeps.WrongWideParams), "without loss, but row 0 has 9007199254740993 (Int64) for 'a' (Double). Change the value")]
    [InlineData(nameof(Sweeps.OpenParams), "a parameter with 'params' needs items of a type that is known, but 'a' is a T[], whose type depends on the values. Remove 'params' and give the parameter an array in each row, or state the type of its items.")]
    [InlineData(nameof(Sweeps.OpenParamsOfNothing), "a parameter with 'params' needs items of a type that is known, but 'a' is a T[]")]
    [InlineData(nameof(Sweeps.WrongParamsBeside), "but [AlsoRun(1, 2.5)] has 2.5 (Double) for 'a' (Int32). Change")]
    [InlineData(nameof(Sweeps.Matrix), "arguments must be values that JSON can carry")]
    [InlineData(nameof(Sweeps.NullForANumber), "row 0 has null (null) for 'a' (Int32).")]
    [InlineData(nameof(Sweeps.SeveralLengths), "needs one value for each of the 2 parameters (a, b), but row 0 has 1: 1; row 2 has 3: 3, \"z\", true; row 3 has 0. Add or remove values.")]
    [InlineData(nameof(Sweeps.ManyLengths), "but row 0 has 2: 0, 0; row 1 has 2: 1, 0; row 2 has 2: 2, 0; row 3 has 2: 3, 0; row 4 has 2: 4, 0; .... Add or remove values.")]
    [InlineData(nameof(Sweeps.SeveralValues), "without loss, but row 0 has 2.5 (Double) for 'a' (Int32); row 2 has null (null) for 'a' (Int32); row 2 has \"monday\" (String) for 'day' (DayOfWeek). Change the value, or the type of the parameter. The names of DayOfWeek are Sunday")]
    [InlineData(nameof(Sweeps.ManyValues), "but row 0 has 0.5 (Double) for 'a' (Int32); row 1 has 1.5 (Double) for 'a' (Int32); row 2 has 2.5 (Double) for 'a' (Int32); row 3 has 3.5 (Double) for 'a' (Int32); row 4 has 4.5 (Double) for 'a' (Int32); .... Change")]
    [InlineData(nameof(Sweeps.LengthsAndValues), "but row 0 has 1: 1. Add or remove values. Sweeps.LengthsAndValues: every value must convert to its parameter's type without loss, but row 1 has \"x\" (String) for 'a' (Int32). Change")]
    [InlineData(nameof(Sweeps.WrongName), "\"monday\" (String) does not. The names of DayOfWeek are Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, and their case counts. Write one of them.")]
    [InlineData(nameof(Sweeps.AxisOfAToken), "every value must convert to CancellationToken without loss, but 1 (Int32) does not.")]
    [InlineData(nameof(Sweeps.RefStruct), "it returns a Span`1, which is a ref struct and cannot be kept.")]
    [InlineData(nameof(Sweeps.NullOnAnAxis), "every value must convert to Int32 without loss, but null (null) does not.")]
    [InlineData(nameof(Sweeps.BeyondTheType), "every value must convert to Byte without loss, but 256 (Int32), -1 (Int32) do not.")]
    public async Task What_a_theory_would_refuse_or_JSON_cannot_carry_is_named(string method, string message) =>
        Assert.Contains(message, (await Assert.ThrowsAsync<GridException>(() => Read(method))).Message, StringComparison.Ordinal);

    /// <summary>A process that runs test cases which another one has discovered begins with the closed method of one row.</summary>
    [Fact]
    public async Task The_type_of_one_row_is_not_that_of_another()
    {
        var own = (IXunitTestMethod)TestContext.Current.TestMethod!;
        var closed = typeof(Sweeps).GetMethod(nameof(Sweeps.Generic))!.MakeGenericMethod(typeof(int));

        var definition = await SweepDefinitions.For(new XunitTestMethod(own.TestClass, closed, [1]));

        Assert.Equal(["""{"value":1}""", """{"value":2.5}""", """{"value":3.5}"""], definition.Grid.Points.Select(point => point.Key));
    }

    private static Task<SweepDefinition> Read(string method)
    {
        var own = (IXunitTestMethod)TestContext.Current.TestMethod!;
        return SweepDefinitions.For(new XunitTestMethod(own.TestClass, typeof(Sweeps).GetMethod(method)!, []));
    }

#pragma warning disable CA1068, CA1814, CA1822, CA1825, xUnit1000, xUnit1026 // Private, so that the runner of these tests does not take them for its own.
    private sealed class Sweeps
    {
        public static IEnumerable<object?[]> Layers => [[new double[]?[] { [1, 2], [], null }]];

        public static IEnumerable<object?[]> Numbers => [[new int?[] { 1, null }, null]];

        public static IEnumerable<object?[]> Tokens => [[1, CancellationToken.None]];

        public static IEnumerable<object?[]> Matrices => [[new double[2, 2]]];

        public static IEnumerable<object?[]> Pairs => [[(1, 2)], [(0.5, -1)], [null]];

        public static IEnumerable<object?[]> Decimals => [[1], [2.5m], [3.5m]];

        public static IEnumerable<object?[]> Mixed => [[1, 2.5m, "x"], [2, 3], [0.5, 1, null], [3, new uint[] { 4000000000 }]];

        public static IEnumerable<object?[]> Arrays => [[new[] { 1, 2 }], [null], [3], []];

        public static IEnumerable<object?[]> Things => [[new[] { 1, 2 }], [new[] { "x", "y" }], ["z", null, 1]];

        public static IEnumerable<object?[]> ArraysOfTwoTypes => [[new[] { 1, 2 }], [new[] { "x" }]];

        public static IEnumerable<int[]> Empty => [[]];

        public static IEnumerable<object?[]> SixPairs => Enumerable.Range(0, 6).Select(i => new object?[] { i, 0 });

        public static IEnumerable<object?[]> Fractions => Enumerable.Range(0, 6).Select(i => new object?[] { i + 0.5 });

        [SweepTheory]
        [InlineData(1)]
        public void Defaults(int a, Guid id = default, int? n = null, DayOfWeek day = DayOfWeek.Friday, decimal e = 1.5m, CancellationToken token = default)
        {
        }

        [SweepTheory]
        [InlineData(1, "x", "y")]
        [InlineData(2)]
        public void Params(int a, params string[] names)
        {
        }

        [SweepTheory]
        [InlineData(new[] { DayOfWeek.Friday, DayOfWeek.Monday }, "0.1", 2)]
        public void ParamsOfOthers(DayOfWeek[] days, params decimal[] prices)
        {
        }

        [SweepTheory]
        [MemberData(nameof(Arrays), MemberType = typeof(Sweeps))]
        public void ParamsAsAnArray(params int[] a)
        {
        }

        [SweepTheory]
        [MemberData(nameof(Things), MemberType = typeof(Sweeps))]
        public void ParamsOfAnything(params object?[] a)
        {
        }

        [SweepTheory]
        [InlineData(0.1, 2)]
        public void ParamsAfterAToken(CancellationToken token, params float[] x)
        {
        }

        [SweepTheory]
        [MemberData(nameof(ArraysOfTwoTypes), MemberType = typeof(Sweeps))]
        public void ArraysOfAType<T>(T[] a)
        {
        }

        [SweepTheory]
        [MemberData(nameof(Mixed), MemberType = typeof(Sweeps))]
        public void WrongParams(int n, params int[] a)
        {
        }

        [SweepTheory]
        [InlineData(9007199254740993)]
        public void WrongWideParams(params double[] a)
        {
        }

        [SweepTheory]
        [InlineData(1, 2)]
        public void OpenParams<T>(int n, params T[] a)
        {
        }

        [SweepTheory]
        [InlineData(1)]
        public void OpenParamsOfNothing<T>(int n, params T[] a)
        {
        }

        [SweepTheory]
        [AlsoRun(1, 2.5)]
        public void WrongParamsBeside([Values(1)] int n, [ValuesFrom(typeof(Sweeps), nameof(Empty))] params int[] a)
        {
        }

        [SweepTheory]
        [MemberData(nameof(Decimals), MemberType = typeof(Sweeps))]
        public void Generic<T>(T value)
        {
        }

        [SweepTheory]
        [InlineData(1)]
        [InlineData(2)]
        public void Last(int a, CancellationToken token)
        {
        }

        [SweepTheory]
        [InlineData(1, "x")]
        [InlineData(2)]
        public void Between(int a, CancellationToken token, string b = "default")
        {
        }

        [SweepTheory]
        [MemberData(nameof(Tokens), MemberType = typeof(Sweeps))]
        public void ForATheory(int a, CancellationToken token)
        {
        }

        [SweepTheory]
        [MemberData(nameof(Layers), MemberType = typeof(Sweeps))]
        public void Jagged(double[]?[] layers)
        {
        }

        [SweepTheory]
        [MemberData(nameof(Numbers), MemberType = typeof(Sweeps))]
        public void Nullable(int?[] a, string? text)
        {
        }

        [SweepTheory]
        public void Axis(CancellationToken token, [Values(1, 2)] int a)
        {
        }

        [SweepTheory]
        public void Alone(CancellationToken token)
        {
        }

        [SweepTheory]
        [InlineData(1)]
        public void TooShort(int a, string b, CancellationToken token)
        {
        }

        [SweepTheory]
        [InlineData(1, 2)]
        public void TooLong(int a, CancellationToken token)
        {
        }

        [SweepTheory]
        [MemberData(nameof(Matrices), MemberType = typeof(Sweeps))]
        public void Matrix(double[,] matrix)
        {
        }

        [SweepTheory]
        [MemberData(nameof(Pairs), MemberType = typeof(Sweeps))]
        public void Pair((double Width, int Depth)? pair)
        {
        }

        [SweepTheory]
        [InlineData(null)]
        public void NullForANumber(int a)
        {
        }

        [SweepTheory]
        [InlineData(1)]
        [InlineData(2, "y")]
        [InlineData(3, "z", true)]
        [InlineData]
        public void SeveralLengths(int a, string b)
        {
        }

        [SweepTheory]
        [MemberData(nameof(SixPairs), MemberType = typeof(Sweeps))]
        public void ManyLengths(int a)
        {
        }

        [SweepTheory]
        [InlineData(2.5, "Monday")]
        [InlineData(2, "Monday")]
        [InlineData(null, "monday")]
        public void SeveralValues(int a, CancellationToken token, DayOfWeek day)
        {
        }

        [SweepTheory]
        [MemberData(nameof(Fractions), MemberType = typeof(Sweeps))]
        public void ManyValues(int a)
        {
        }

        [SweepTheory]
        [InlineData(1)]
        [InlineData("x", 1)]
        public void LengthsAndValues(int a, int b)
        {
        }

        [SweepTheory]
        public void WrongName([Values("monday")] DayOfWeek day)
        {
        }

        [SweepTheory]
        public void AxisOfAToken([Values(1)] CancellationToken token)
        {
        }

        [SweepTheory]
        public Span<double> RefStruct([Values(1)] int a) => new double[a];

        [SweepTheory]
        public void NullOnAnAxis([Values(null)] int a)
        {
        }

        [SweepTheory]
        public void BeyondTheType([Values(255, 256, -1)] byte a)
        {
        }
    }
}
