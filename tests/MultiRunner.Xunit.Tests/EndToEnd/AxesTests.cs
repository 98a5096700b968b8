namespace MultiRunner.Tests.EndToEnd;

/// <summary>Every kind of axis, by the names of its test cases and the arguments in its manifest.</summary>
public sealed class AxesTests(AxesTests.AxesRuns runs) : IClassFixture<AxesTests.AxesRuns>
{
    [Theory]
    [InlineData("Wholes_for_a_double", "x: 1", "x: 2")]
    [InlineData("Names_for_an_enum", "model: \"Lasso\"", "model: \"Ridge\"")]
    [InlineData("Texts_for_a_decimal", "price: 0.1", "price: 1.25")]
    [InlineData("Texts_for_a_time", "pause: \"00:00:01\"", "pause: \"1.00:00:00\"")]
    [InlineData("Texts", "text: \"a b\"", "text: \"say \\\"ä\\\"\"")]
    [InlineData("Not_a_number", "x: \"Infinity\"", "x: \"NaN\"")]
    [InlineData("Whole_range", "n: 0", "n: 10", "n: 5")]
    [InlineData("Fraction_range", "x: 0.1", "x: 0.2", "x: 0.3")]
    [InlineData("Linear", "x: 0", "x: 0.5", "x: 1")]
    [InlineData("Logarithmic", "x: 0.001", "x: 0.01", "x: 0.1")]
    [InlineData("Bool", "fast: false", "fast: true")]
    [InlineData("Enum", "model: \"Lasso\"", "model: \"Ridge\"")]
    [InlineData("Nullable_bool", "fast: false", "fast: null", "fast: true")]
    [InlineData("Nullable_number", "depth: 1", "depth: null")]
    [InlineData("Own_attribute", "prime: 2", "prime: 3", "prime: 5")]
    [InlineData("All_of_bool", "fast: false", "fast: true")]
    [InlineData("All_of_enum", "model: \"Lasso\"", "model: \"Ridge\"", "model: null")]
    [InlineData("Halves", "h: 0.1", "h: 1")]
    [InlineData("No_parameters", "")]
    public async Task Names_show_the_values(string method, params string[] arguments)
    {
        var run = await runs.On(Host.Executable);

        var tests = run.Report.Of($"Subjects.Axes.{method}(").Tests;
        Assert.Equal(arguments.Select(argument => $"Subjects.Axes.{method}({argument})"), tests.Select(t => t.Name));
        Assert.All(tests, t => Assert.Equal(TestOutcome.Passed, t.Outcome));
    }

    [Theory]
    [InlineData("Wholes_for_a_double", "System.Double", """{"x":1}""", """{"x":2}""")]
    [InlineData("Names_for_an_enum", "Subjects.Model", """{"model":"Ridge"}""", """{"model":"Lasso"}""")]
    [InlineData("Texts_for_a_decimal", "System.Decimal", """{"price":0.1}""", """{"price":1.25}""")]
    [InlineData("Texts_for_a_time", "System.TimeSpan", """{"pause":"00:00:01"}""", """{"pause":"1.00:00:00"}""")]
    [InlineData("Texts", "System.String", """{"text":"a b"}""", """{"text":"say \"ä\""}""")]
    [InlineData("Not_a_number", "System.Double", """{"x":"NaN"}""", """{"x":"Infinity"}""")]
    [InlineData("Whole_range", "System.Int32", """{"n":10}""", """{"n":5}""", """{"n":0}""")]
    [InlineData("Nullable_bool", "System.Nullable`1[System.Boolean]", """{"fast":false}""", """{"fast":true}""", """{"fast":null}""")]
    [InlineData("Powers_of_two", "System.Int32", """{"n":32}""", """{"n":64}""", """{"n":128}""", """{"n":256}""", """{"n":512}""", """{"n":1024}""")]
    [InlineData("Powers_of_two_as_doubles", "System.Double", """{"x":32}""", """{"x":64}""", """{"x":128}""", """{"x":256}""", """{"x":512}""", """{"x":1024}""")]
    [InlineData("Steps_of_one", "System.Int32", """{"n":1}""", """{"n":2}""", """{"n":3}""")]
    [InlineData("Steps_of_minus_one", "System.Int32", """{"n":1}""", """{"n":0}""", """{"n":-1}""")]
    [InlineData("Several_axes", "System.Int32", """{"n":9}""", """{"n":8}""", """{"n":1}""", """{"n":2}""", """{"n":5}""", """{"n":6}""", """{"n":20}""", """{"n":30}""")]
    [InlineData("Halves", "System.Half", """{"h":0.1}""", """{"h":1}""")]
    [InlineData("Whole_numbers_of_128_bits", "System.Int128", """{"n":-1}""", """{"n":170141183460469231731687303715884105727}""")]
    [InlineData("Unsigned_numbers_of_128_bits", "System.Nullable`1[System.UInt128]", """{"n":1}""", """{"n":340282366920938463463374607431768211455}""")]
    [InlineData("Logarithmic", "System.Single", """{"x":0.001}""", """{"x":0.01}""", """{"x":0.1}""")]
    public async Task Manifests_list_the_points_in_the_order_of_the_code(string method, string type, params string[] points)
    {
        var run = await runs.On(Host.Executable);

        var sweep = run.Sweeps[$"Subjects.Axes.{method}"];
        Assert.Equal(points, sweep.Points);
        Assert.Equal(type, sweep.Manifest.GetProperty("parameters")[0].GetProperty("type").GetString());
    }

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task Every_point_has_a_result(Host host)
    {
        var run = await runs.On(host);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("74 passed", run.Report.Summary);
        Assert.Equal(74, run.Sweeps.Values.Sum(sweep => sweep.Results.Count));
    }

    public sealed class AxesRuns() : Runs("FullyQualifiedName~Subjects.Axes.");
}
