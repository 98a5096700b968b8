using System.Text.Json.Nodes;
using MultiRunner.Core.Tests.Schemas;
using MultiRunner.Format;
using Xunit;

namespace MultiRunner.Core.Tests.Reports.Exporting;

public class CtrfExportTests
{
    [Fact]
    public async Task Each_point_is_one_test_in_its_final_state()
    {
        using var sweep = EverythingSweep.Create();

        var results = JsonNode.Parse(await Exported.As("ctrf", sweep))!["results"]!;

        var tests = results["tests"]!.AsArray().Select(test => test!).ToList();
        Assert.Equal(
            ["Samples.Training.Train(n: 1) passed", "Samples.Training.Train(n: 2) passed", "Samples.Training.Train(n: 3) failed", "Samples.Training.Train(n: 4) pending", "Samples.Training.Train(n: 5) skipped", "Samples.Training.Train(n: 6) pending"],
            tests.Select(test => $"{test["name"]} {test["status"]}"));
        Assert.Equal(
            """{"tests":6,"passed":2,"failed":1,"skipped":1,"pending":2,"other":0,"flaky":1,"start":1773478800000,"stop":1773478861500}""",
            results["summary"]!.ToJsonString());
        Assert.Equal("""{"n":1}""", tests[0]["parameters"]!.ToJsonString());
        Assert.Equal("""{"accuracy":0.9,"loss":"NaN"}""", tests[0]["extra"]!["metrics"]!.ToJsonString());
        Assert.True((bool)tests[0]["flaky"]!);
        Assert.Equal("System.TimeoutException : No answer.", tests[0]["retryAttempts"]![0]!["message"]!.ToString());
        Assert.Equal("   at Somewhere()", tests[2]["trace"]!.ToString());
        Assert.Equal(1000, (int)tests[0]["duration"]!);
    }

    /// <summary>Point 0 has an earlier attempt that failed. It does not say why the result cannot be read.</summary>
    [Fact]
    public async Task A_finished_point_whose_result_cannot_be_read_has_failed()
    {
        using var sweep = EverythingSweep.Create();
        sweep.Write(SweepLayout.Result(0), "{"u8);

        var results = JsonNode.Parse(await Exported.As("ctrf", sweep))!["results"]!;

        var test = results["tests"]![0]!;
        Assert.Equal(
            ("failed", "The point has finished, but its result cannot be read."), (test["status"]!.ToString(), test["message"]!.ToString()));
        Assert.Null(test["trace"]);
        Assert.Equal((1, 2), ((int)results["summary"]!["passed"]!, (int)results["summary"]!["failed"]!));
    }

    [Fact]
    public async Task Two_sweeps_are_one_document()
    {
        using var sweep = EverythingSweep.Create();
        using var hostile = Exported.Hostile();

        var tests = JsonNode.Parse(await Exported.As("ctrf", sweep, hostile))!["results"]!["tests"]!.AsArray();

        Assert.Equal(8, tests.Select(test => test!["id"]!.ToString()).Distinct().Count());
    }
}
