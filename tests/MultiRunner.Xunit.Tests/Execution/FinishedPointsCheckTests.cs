using MultiRunner.Execution;
using MultiRunner.Storage;

namespace MultiRunner.Tests.Execution;

/// <summary>What becomes of the one case of points that were finished when the tests were discovered.</summary>
public sealed class FinishedPointsCheckTests : IDisposable
{
    private const string Root = "/sweeps/Train";

    private readonly string path = Directory.CreateTempSubdirectory("multirunner-").FullName;

    public void Dispose() => Directory.Delete(path, recursive: true);

    [Theory]
    [InlineData("1_finished")]
    [InlineData("1_finished.node-1-abcd.1")]
    public async Task It_is_skipped_while_they_are(string state) => Assert.Equal(
        new CaseReport.Skipped("2 points were finished before the tests were discovered. Their results are in '/sweeps/Train'."),
        await Report("0_finished", state, "2_to_run"));

    [Theory]
    [InlineData("1_to_run")]
    [InlineData("1_running.node-1-abcd")]
    [InlineData("1_failed")]
    [InlineData("1_finished.~node-1-abcd")]
    [InlineData("7_finished")]
    public async Task It_fails_when_a_point_was_reopened_since(string state) => Assert.Equal(
        new CaseReport.Failed(
            "NotRun",
            "Point 1 of '/sweeps/Train' was finished when the tests were discovered, and is not finished any more. Start the tests again "
                + "to run it. In an editor, let it discover the tests before."),
        await Report("0_finished", state));

    [Fact]
    public async Task It_names_all_points_that_were_reopened() => Assert.Equal(
        new CaseReport.Failed(
            "NotRun",
            "Points 0 and 1 of '/sweeps/Train' were finished when the tests were discovered, and are not finished any more. Start the "
                + "tests again to run them. In an editor, let it discover the tests before."),
        await Report());

    private async Task<CaseReport> Report(params string[] states)
    {
        var ini = Directory.CreateDirectory(Path.Combine(path, "ini")).FullName;
        foreach (var state in states)
            await File.WriteAllTextAsync(Path.Combine(ini, state), "", TestContext.Current.CancellationToken);
        return await FinishedPointsCheck.Report(new FileSystemDirectory(path), Root, [0, 1]);
    }
}
