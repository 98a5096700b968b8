using System.Text;
using CsCheck;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Results;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Results;

public class PointResultTests
{
    private const string Json = """
        {
          "format": 2,
          "point": 3,
          "arguments": {"batchSize":16,"name":"größe","rate":0.1},
          "metrics": {
            "accuracy": 0.91,
            "loss": 1E-05,
            "diverged": "NaN",
            "upper": "Infinity",
            "lower": "-Infinity",
            "zero": -0
          },
          "details": {
            "optimizer": "adam \"2\" ü"
          },
          "curves": {
            "loss": [[1, 0.5], [2, "NaN"], [-3, "-Infinity"], [9223372036854775807, "Infinity"]]
          },
          "worker": "node-a-4711-3fa2",
          "host": "node-a",
          "attempt": 2,
          "started": "2026-01-02T03:04:05.678+01:00",
          "seconds": 12.345,
          "assembly": {
            "name": "Tests",
            "version": "1.2.3.4",
            "moduleId": "6f9619ff-8b86-d011-b42d-00c04fc964ff"
          }
        }
        """;

    private static PointResult Full { get; } = new()
    {
        Point = 3,
        Arguments = new CanonicalJson("""{"batchSize":16,"name":"größe","rate":0.1}"""),
        Metrics = new()
        {
            ["accuracy"] = 0.91,
            ["loss"] = 1e-5,
            ["diverged"] = double.NaN,
            ["upper"] = double.PositiveInfinity,
            ["lower"] = double.NegativeInfinity,
            ["zero"] = -0.0,
        },
        Details = new() { ["optimizer"] = "adam \"2\" ü" },
        Curves = new()
        {
            ["loss"] = [new(1, 0.5), new(2, double.NaN), new(-3, double.NegativeInfinity), new(long.MaxValue, double.PositiveInfinity)],
        },
        Worker = "node-a-4711-3fa2",
        Host = "node-a",
        Attempt = 2,
        Started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(1)),
        Seconds = 12.345,
        Assembly = new AssemblyStamp("Tests", "1.2.3.4", "6f9619ff-8b86-d011-b42d-00c04fc964ff"),
    };

    private static PointResult Small { get; } = new()
    {
        Point = 0,
        Arguments = new CanonicalJson("{}"),
        Metrics = [],
        Worker = "w",
        Host = "h",
        Attempt = 1,
        Started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Seconds = 0,
    };

    [Theory]
    [MemberData(nameof(CultureScope.All), MemberType = typeof(CultureScope))]
    public void A_result_is_written_like_this(string culture)
    {
        using var scope = new CultureScope(culture);

        Assert.Equal(Json, Encoding.UTF8.GetString(Full.ToJson()), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void What_is_not_there_is_not_written() =>
        Assert.Equal(
            """
            {
              "format": 2,
              "point": 0,
              "arguments": {},
              "metrics": {},
              "worker": "w",
              "host": "h",
              "attempt": 1,
              "started": "2026-01-02T03:04:05+00:00",
              "seconds": 0
            }
            """,
            Encoding.UTF8.GetString(Small.ToJson()),
            ignoreLineEndingDifferences: true);

    [Theory]
    [MemberData(nameof(CultureScope.All), MemberType = typeof(CultureScope))]
    public void A_result_is_read_as_it_was_written(string culture)
    {
        using var scope = new CultureScope(culture);
        var read = PointResult.TryParse(Encoding.UTF8.GetBytes(Json))!;

        Assert.Equal(Full with { Metrics = read.Metrics, Details = read.Details, Curves = read.Curves }, read);
        Assert.Equal(Full.Metrics, read.Metrics);
        Assert.Equal(Full.Details, read.Details);
        Assert.Equal(["loss"], read.Curves!.Keys);
        Assert.Equal(Full.Curves!["loss"], read.Curves["loss"]);
        Assert.True(double.IsNegative(read.Metrics["zero"]));
    }

    [Fact]
    public void Numbers_come_back_bit_for_bit()
    {
        var number = Gen.OneOf(Gen.Double, Gen.Long.Select(BitConverter.Int64BitsToDouble), Gen.OneOf(-0.0, double.NaN, double.NegativeInfinity, double.Epsilon));

        Gen.Select(number, number, Gen.Long).Sample((metric, value, step) =>
        {
            var json = (Small with { Metrics = new() { ["m"] = metric }, Curves = new() { ["c"] = [new(step, value)] } }).ToJson();
            var read = PointResult.TryParse(json)!;

            Assert.True(ResultCheck.IsWhole(json, 0));
            Assert.Equal(Bits(metric), Bits(read.Metrics["m"]));
            Assert.Equal((step, Bits(value)), (read.Curves!["c"][0].Step, Bits(read.Curves["c"][0].Value)));
        });
    }

    [Fact]
    public void Any_name_and_any_text_comes_back()
    {
        var text = Gen.String.Where(s => s.EnumerateRunes().All(r => r != Rune.ReplacementChar));

        Gen.Select(text, text).Sample((name, detail) =>
        {
            var read = PointResult.TryParse((Small with { Metrics = new() { [name] = 1 }, Details = new() { [name] = detail } }).ToJson())!;

            Assert.Equal([new(name, 1)], read.Metrics);
            Assert.Equal([new(name, detail)], read.Details!);
        });
    }

    [Fact]
    public void A_text_that_is_not_Unicode_does_not_make_a_result_unreadable() =>
        Assert.Equal("\uFFFDx", PointResult.TryParse((Small with { Details = new() { ["d"] = "\uD83Dx" } }).ToJson())!.Details!["d"]);

    [Fact]
    public void Properties_that_a_later_version_may_add_are_passed_over() =>
        Assert.Equal(3, PointResult.TryParse(Encoding.UTF8.GetBytes(Json.Replace("\"point\"", "\"new\": [1, {}], \"point\"", StringComparison.Ordinal)))!.Point);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("{}")]
    [InlineData("\0\0\0\0")]
    public void What_is_no_result_is_null(string json) => Assert.Null(PointResult.TryParse(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("\"point\": 3", "\"point\": \"3\"")]
    [InlineData("\"point\": 3", "\"point\": 3.5")]
    [InlineData("\"point\": 3", "\"point\": 3000000000")]
    [InlineData("\"point\": 3,", "")]
    [InlineData("\"worker\": \"node-a-4711-3fa2\"", "\"worker\": null")]
    [InlineData("\"accuracy\": 0.91", "\"accuracy\": null")]
    [InlineData("\"accuracy\": 0.91", "\"accuracy\": \"0.91x\"")]
    [InlineData("\"accuracy\": 0.91", "\"accuracy\": 0,91")]
    [InlineData("\"loss\": [", "\"loss\": [[],")]
    [InlineData("\"loss\": [", "\"loss\": [[1],")]
    [InlineData("\"loss\": [", "\"loss\": [[1,2,3],")]
    [InlineData("\"loss\": [", "\"loss\": [[1.5,2],")]
    [InlineData("\"loss\": [", "\"loss\": [[\"1\",2],")]
    [InlineData("\"loss\": [", "\"loss\": [[1,\"two\"],")]
    [InlineData("\"loss\": [", "\"loss\": [[1,null],")]
    [InlineData("\"loss\": [", "\"loss\": [{},")]
    [InlineData("größe", "\\ud83d")]
    [InlineData("2026-01-02", "2026-13-02")]
    public void A_result_with_something_wrong_in_it_is_null(string right, string wrong)
    {
        var broken = Json.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEqual(Json, broken);
        Assert.Null(PointResult.TryParse(Encoding.UTF8.GetBytes(broken)));
    }

    [Fact]
    public void A_result_without_metrics_or_with_null_for_them_is_null()
    {
        var small = Encoding.UTF8.GetString(Small.ToJson());

        Assert.Null(PointResult.TryParse(Encoding.UTF8.GetBytes(small.Replace("\"metrics\": {}", "\"metrics\": null", StringComparison.Ordinal))));
        Assert.Null(PointResult.TryParse(Encoding.UTF8.GetBytes(small.Replace("\"metrics\": {},", "", StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(CultureScope.All), MemberType = typeof(CultureScope))]
    public void Metrics_are_shown_with_six_digits(string culture)
    {
        using var scope = new CultureScope(culture);
        var result = Small with
        {
            Metrics = new() { ["accuracy"] = 0.912345678, ["loss"] = -1234567.8, ["tiny"] = 0.00001, ["nan"] = double.NaN, ["inf"] = double.NegativeInfinity, ["n"] = 3 },
        };

        Assert.Equal("accuracy=0.912346, loss=-1.23457E+06, tiny=1E-05, nan=NaN, inf=-Infinity, n=3", result.MetricsText);
        Assert.Equal("", Small.MetricsText);
    }

    private static long Bits(double value) => double.IsNaN(value) ? BitConverter.DoubleToInt64Bits(double.NaN) : BitConverter.DoubleToInt64Bits(value);
}
