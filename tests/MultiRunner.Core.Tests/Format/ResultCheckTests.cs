using System.Text;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Results;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Format;

public class ResultCheckTests
{
    private static readonly byte[] Result = new PointResult
    {
        Point = 3,
        Arguments = new CanonicalJson("""{"point":7,"name":"größe 😀"}"""),
        Metrics = new() { ["point"] = 9, ["loss"] = double.NaN },
        Details = new() { ["note"] = "\"}\\" },
        Curves = new() { ["loss"] = [new(1, 0.5), new(2, double.NaN)] },
        Worker = "node-a-4711-3fa2",
        Host = "node-a",
        Attempt = 1,
        Started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Seconds = 12.5,
        Assembly = new AssemblyStamp("Tests", "1.0.0.0", "6f9619ff-8b86-d011-b42d-00c04fc964ff"),
    }.ToJson();

    [Fact]
    public void A_whole_result_is_whole() => Assert.True(ResultCheck.IsWhole(Result, 3));

    [Fact]
    public void A_result_of_another_point_is_not()
    {
        Assert.False(ResultCheck.IsWhole(Result, 7));
        Assert.False(ResultCheck.IsWhole(Result, 9));
        Assert.False(ResultCheck.IsWhole(Result, 0));
    }

    [Fact]
    public void A_result_cut_off_anywhere_is_not_whole()
    {
        for (var length = 0; length < Result.Length; length++)
            Assert.False(ResultCheck.IsWhole(Result.AsSpan(0, length), 3), $"cut off after {length} bytes");
    }

    [Fact]
    public void A_result_whose_end_is_zeros_is_not_whole()
    {
        // What a power failure leaves on file systems that store a file's length before its content.
        for (var length = 0; length < Result.Length; length++)
        {
            var zeros = new byte[Result.Length];
            Result.AsSpan(0, length).CopyTo(zeros);
            Assert.False(ResultCheck.IsWhole(zeros, 3), $"zeros after {length} bytes");
        }
    }

    [Fact]
    public void A_result_with_something_after_it_is_not_whole()
    {
        Assert.False(ResultCheck.IsWhole([.. Result, .. Result], 3));
        Assert.False(ResultCheck.IsWhole([.. Result, (byte)'}'], 3));
        Assert.False(ResultCheck.IsWhole([.. Result, 0], 3));
    }

    [Theory]
    [InlineData("""{"point":3}""", true)]
    [InlineData(" { \"a\" : [ {\"point\":4} ] , \"point\" : 3 } \n", true)]
    [InlineData("""{"p\u006fint":3}""", true)]
    [InlineData("""{}""", false)]
    [InlineData("""{"Point":3}""", false)]
    [InlineData("""{"point":"3"}""", false)]
    [InlineData("""{"point":3.0}""", false)]
    [InlineData("""{"point":3000000000}""", false)]
    [InlineData("""{"point":null}""", false)]
    [InlineData("""{"point":[3]}""", false)]
    [InlineData("""{"metrics":{"point":3}}""", false)]
    [InlineData("""[{"point":3}]""", false)]
    [InlineData("""["point",3]""", false)]
    [InlineData("\"point\"", false)]
    [InlineData("3", false)]
    [InlineData("null", false)]
    [InlineData("""{"point":3,}""", false)]
    [InlineData("""{"point":3 /* comment */}""", false)]
    [InlineData("\uFEFF{\"point\":3}", false)]
    public void Only_an_object_that_names_the_point_is_a_result(string json, bool whole) =>
        Assert.Equal(whole, ResultCheck.IsWhole(Encoding.UTF8.GetBytes(json), 3));
}
