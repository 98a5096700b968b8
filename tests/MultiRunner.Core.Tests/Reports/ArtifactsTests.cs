using MultiRunner.Format;
using MultiRunner.Reports.Model;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>The files that results have beside them, as a report names them.</summary>
public class ArtifactsTests
{
    [Fact]
    public async Task Files_are_named_by_their_path_below_the_sweep_directory_in_ordinal_order()
    {
        using var sweep = With(finished: 2);
        Add(sweep, SweepLayout.Artifacts(0), "b.txt", "plots/z.png", "plots/deep/a.png", "C.txt", ".hidden", "plots/.nfs0001");
        var points = (await sweep.Read()).Points;
        Assert.Equal(
            ["artifacts/0/C.txt", "artifacts/0/b.txt", "artifacts/0/plots/deep/a.png", "artifacts/0/plots/z.png"], points[0].Artifacts);
        Assert.Null(points[0].MoreArtifacts);
        Assert.Null(points[1].Artifacts);
    }

    [Fact]
    public async Task Of_very_many_files_the_first_are_named_and_the_rest_is_counted()
    {
        using var sweep = With(finished: 1);
        Add(sweep, SweepLayout.Artifacts(0), [.. Enumerable.Range(0, ReportPoint.MostArtifacts + 7).Select(i => $"{i:D4}.bin")]);
        var point = (await sweep.Read()).Points[0];
        Assert.Equal(ReportPoint.MostArtifacts, point.Artifacts!.Count);
        Assert.Equal(7, point.MoreArtifacts);
    }

    [Fact]
    public async Task Files_of_a_point_that_is_not_finished_are_left_out()
    {
        using var sweep = With(finished: 0);
        Add(sweep, SweepLayout.Artifacts(0), "old.txt");
        Assert.Null((await sweep.Read()).Points[0].Artifacts);
    }

    /// <summary>Its worker has decided that the result counts, and has not given it its name yet.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Files_of_a_committed_point_have_the_path_that_they_will_have(bool areMoved)
    {
        using var sweep = With(finished: 1);
        sweep.Move(0, PointState.Committed, SampleSweeps.NodeA);
        var place = areMoved ? SweepLayout.Artifacts(0) : SweepLayout.ArtifactsOfAttempt(0, SampleSweeps.NodeA, 1);
        Add(sweep, place, "a.txt");
        var point = (await sweep.Read()).Points[0];
        Assert.Equal(PointState.Finished, point.State);
        Assert.Equal(["artifacts/0/a.txt"], point.Artifacts);
    }

    private static SweepOnDisk With(int finished)
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", new Objective("score", Maximize: true), ("seed", [1, 2]));
        for (var point = 0; point < finished; point++)
            sweep.Finish(point, SampleSweeps.NodeA, 1, ("score", 1));
        return sweep;
    }

    private static void Add(SweepOnDisk sweep, string folder, params string[] files)
    {
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(sweep.FullPath($"{folder}/{file}"))!);
            sweep.Write($"{folder}/{file}", ""u8);
        }
    }
}
