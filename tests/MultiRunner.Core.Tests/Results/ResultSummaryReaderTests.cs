using System.Text;
using System.Text.Json;
using MultiRunner.Results;
using Xunit;

namespace MultiRunner.Core.Tests.Results;

/// <summary>Curves are read by code of their own, which finds what a reader of any JSON finds.</summary>
public class ResultSummaryReaderTests
{
    public static TheoryData<string> Curves =>
    [
        "{}",
        """{"a":[]}""",
        """{"a":[[1,0.5],[2,0.25]]}""",
        """{ "a" : [ [ 1 , 0.5 ] , [ -2 , -1e-300 ] ] , "b" : [ [ 9223372036854775807 , 1E+20 ] ] }""",
        "{\r\n\t\"a\": [\r\n\t[0, 0], [1, -0], [2, 0.1], [3, 0.30000000000000004], [4, 123456789012345678901234567890], [5, 1e999]]}",
        """{"a":[[1,"NaN"],[2,"Infinity"],[3,1]]}""",
        """{"esc\"aped":[[1,2]],"\u0061":[[3,4]]}""",
        """{"a":[[1,2]],"a":[[3,4]]}""",
        """{"Größe 漢字":[[1,2]]}""",
    ];

    public static TheoryData<string> Damaged =>
    [
        """{"a":[[1,+2]]}""",
        """{"a":[[1,02]]}""",
        """{"a":[[01,2]]}""",
        """{"a":[[1,.5]]}""",
        """{"a":[[1,1.]]}""",
        """{"a":[[1,1.e5]]}""",
        """{"a":[[1,-]]}""",
        """{"a":[[1,Infinity]]}""",
        """{"a":[[1,2],]}""",
        """{"a":[[1,2]],}""",
        """{"a":[[1,2]}""",
        """{"a":[[1.5,2]]}""",
        """{"a":[[1,2,3]]}""",
        """{"a":[[1]]}""",
        """{"a":[1]}""",
        """{"a":[[1,2]]""",
        """{"a":[[1,2]""",
        """{"a":[[1,""",
        """{"a""",
        """{"a":[[99999999999999999999,1]]}""",
        """{a:[[1,2]]}""",
        """[[1,2]]""",
    ];

    [Theory]
    [MemberData(nameof(Curves))]
    public void Finds_what_any_reader_finds(string curves)
    {
        var json = Result(curves);
        var expected = JsonSerializer.Deserialize(json, ResultJson.Readable.PointResult)!;
        var read = new ResultSummaryReader(mostSamples: 200).Read(json)!;
        Assert.Equal(expected.Curves!.Keys, read.Curves!.Keys);
        foreach (var (name, curve) in expected.Curves)
            Assert.Equal(curve, read.Curves[name].Samples);
        Assert.Equal((expected.Point, expected.Worker, expected.Seconds), (read.Point, read.Worker, read.Seconds));
        Assert.Equal(expected.Metrics, read.Metrics);
    }

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Refuses_what_any_reader_refuses(string curves) =>
        Assert.Throws<JsonException>(() => new ResultSummaryReader(mostSamples: 200).Read(Result(curves)));

    [Fact]
    public void A_result_with_two_properties_of_curves_has_those_of_the_last()
    {
        var json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Result("""{"a":[[1,2]]}""")).Replace("\"worker\"", "\"curves\":{\"b\":[[3,4]]},\"worker\"", StringComparison.Ordinal));
        var curve = Assert.Single(new ResultSummaryReader(mostSamples: 200).Read(json)!.Curves!);
        Assert.Equal("b", curve.Key);
        Assert.Equal([new CurvePoint(3, 4)], curve.Value.Samples);
    }

    [Theory]
    [InlineData("""{"a":[[1,2]]}""", """{"a":[]}""")]
    [InlineData("""{"a":[]}""", """{"b":null}""")]
    [InlineData("""{"a":[[1,2]]}""", "null")]
    public void Two_properties_of_curves_are_read_as_any_reader_reads_them(string first, string second)
    {
        var json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Result(first)).Replace("\"worker\"", $"\"curves\":{second},\"worker\"", StringComparison.Ordinal));
        var expected = JsonSerializer.Deserialize(json, ResultJson.Readable.PointResult)!.Curves;
        var read = new ResultSummaryReader(mostSamples: 200).Read(json)!.Curves;
        Assert.Equal(expected?.Select(c => (c.Key, c.Value?.Count ?? 0)), read?.Select(c => (c.Key, c.Value?.Steps ?? 0)));
    }

    /// <summary>Half of a surrogate pair passes the parser, and comparing the name throws another exception.</summary>
    [Fact]
    public void A_damaged_name_before_the_curves_is_damage()
    {
        var json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Result("{}")).Replace("\"details\"", """"c\ud800":1,"details\"""", StringComparison.Ordinal));
        Assert.Throws<JsonException>(() => new ResultSummaryReader(mostSamples: 200).Read(json));
    }

    [Fact]
    public void A_property_of_that_name_inside_another_one_is_passed_over()
    {
        var json = Encoding.UTF8.GetBytes("""{"point":1,"arguments":{"curves":{"a":[[1,2]]}},"metrics":{},"worker":"w","host":"h","attempt":1,"started":"2026-03-14T09:00:00Z","seconds":1}""");
        Assert.Null(new ResultSummaryReader(mostSamples: 200).Read(json)!.Curves);
    }

    private static byte[] Result(string curves) => Encoding.UTF8.GetBytes(
        $$$"""{"format":2,"point":7,"arguments":{"x":{"curves":1}},"metrics":{"m":0.5},"details":{"d":"curves"},"curves":{{{curves}}},"worker":"w","host":"h","attempt":1,"started":"2026-03-14T09:00:00Z","seconds":1.5}""");
}
