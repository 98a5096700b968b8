namespace MultiRunner.Tests.EndToEnd;

/// <summary>A point that is finished is known again, wherever and in whatever order its arguments are written.</summary>
public sealed class KeysTests
{
    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task A_machine_in_another_time_zone_has_the_same_points(Host host)
    {
        using var root = new TempRoot();

        var here = await SubjectRunner.Run(host, root, "FullyQualifiedName~Subjects.Times.", environment: ("TZ", "America/New_York"));
        var there = await SubjectRunner.Run(host, root, "FullyQualifiedName~Subjects.Times.", environment: ("TZ", "Asia/Tokyo"));

        Assert.Equal("9 passed", here.Report.Summary);
        Assert.Equal("9 skipped", there.Report.Summary);
        Assert.Equal(
            [
                """{"from":"2024-02-28T22:00:00.0000000Z","to":"2024-02-29T00:00:00.0000000+00:00"}""",
                """{"from":"2024-02-29T00:00:00.0000000","to":"2024-02-29T00:00:00.0000000-05:00"}""",
            ],
            here.Sweeps["Subjects.Times.Inline"].Points);
    }

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task Swapped_parameters_are_the_same_points(Host host)
    {
        using var root = new TempRoot();

        var before = await SubjectRunner.Run(host, root, "FullyQualifiedName~Subjects.FirstOrder.");
        var moved = Path.Combine(root.Sweeps, "Subjects.SecondOrder.Run");
        Directory.Move(Path.Combine(root.Sweeps, "Subjects.FirstOrder.Run"), moved);
        var manifest = Path.Combine(moved, "ini", "sweep.json");
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken)).Replace("FirstOrder", "SecondOrder", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var after = await SubjectRunner.Run(host, root, "FullyQualifiedName~Subjects.SecondOrder.");

        Assert.Equal("4 passed", before.Report.Summary);
        Assert.Equal("4 skipped", after.Report.Summary);
        Assert.Contains("result=8", after.Report["Subjects.SecondOrder.Run(b: 4, a: 2)"].Message, StringComparison.Ordinal);
        Assert.Equal(before.Sweeps["Subjects.FirstOrder.Run"].Points, after.Sweeps["Subjects.SecondOrder.Run"].Points);
    }
}
