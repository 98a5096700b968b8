using System.Text.Json.Nodes;

namespace MultiRunner.Tests.EndToEnd;

/// <summary>The code's grid is not what it was when the sweep directory was made.</summary>
public sealed class GrowingGridTests
{
    private const string Sweep = "Subjects.Growing.Run";

    [Fact]
    public async Task New_points_are_added_and_old_ones_keep_their_index_and_result()
    {
        using var root = new TempRoot();

        await Run(root, "small,large");
        PretendAnotherBuild(root);
        var grown = await Run(root, "medium,large,small");

        Assert.Equal("1 passed, 2 skipped", grown.Report.Summary);
        Assert.Equal(TestOutcome.Passed, grown.Report[$"{Sweep}(size: \"medium\")"].Outcome);
        Assert.Equal(["""{"size":"small"}""", """{"size":"large"}""", """{"size":"medium"}"""], grown.Sweeps[Sweep].Points);
        Assert.Equal(["0_finished", "1_finished", "2_finished"], grown.Sweeps[Sweep].States);
        Assert.Equal([1, 1, 1], grown.ExecutionsOf("Run"));
    }

    [Fact]
    public async Task Points_that_the_code_no_longer_has_stay_on_disk_and_out_of_the_report()
    {
        using var root = new TempRoot();

        await Run(root, "small,large");
        var shrunk = await Run(root, "large");

        Assert.Equal("1 skipped", shrunk.Report.Summary);
        Assert.Equal(["0.json", "1.json"], shrunk.Sweeps[Sweep].Results);
        Assert.Contains("1 of 1 point finished", shrunk.Sweeps[Sweep]["report/report.txt"], StringComparison.Ordinal);
    }

    private static Task<SubjectRun> Run(TempRoot root, string sizes) =>
        SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Sweep}", environment: ("SUBJECTS_SIZES", sizes));

    /// <summary>Within one build other points would mean that the data is not deterministic.</summary>
    internal static void PretendAnotherBuild(TempRoot root, string sweep = Sweep)
    {
        var path = Path.Combine(root.Sweeps, sweep, "ini", "sweep.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!;
        manifest["assembly"]!["moduleId"] = Guid.NewGuid().ToString();
        File.WriteAllText(path, manifest.ToJsonString());
    }
}
