namespace MultiRunner.Tests.EndToEnd;

/// <summary>Generic methods, whose test cases carry the types of their points from one process to another.</summary>
public sealed class GenericsTests(GenericsTests.GenericsRuns runs) : IClassFixture<GenericsTests.GenericsRuns>
{
    private static readonly string[] Results =
    [
        "Int32 1", "Double 2.5", "String three", "ValueTuple (4, a)", "ValueTuple (5.5, 6)", "ValueTuple (7, 7)",
        "Shape Shape { Layers = 8, Rate = 0.5, Name = b }", "Half 9",
    ];

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task No_point_is_lost_whatever_its_type_is(Host host)
    {
        var run = await runs.On(host);

        Assert.Equal("16 passed", run.Report.Summary);
        foreach (var name in (string[])["Listed", "Crossed"])
            Assert.Equal(Results.Select(result => $$"""{"result":"{{result}}"}"""), Results.Select((_, i) => run.Sweeps[$"Subjects.Generics.{name}"].Result(i, "details")));
    }

    public sealed class GenericsRuns() : Runs("FullyQualifiedName~Subjects.Generics.");
}
