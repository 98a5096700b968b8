namespace MultiRunner.Cli.Tests.Running;

/// <summary>
/// A sweep whose code is edited between two runs: the report that the worker wrote, the one that <c>multirunner run</c> ends
/// with, and the one that <c>multirunner report</c> makes afterwards all follow the newest code.
/// </summary>
public sealed class EvolvingSweepTests(EvolvingSweepTests.TwoRuns runs) : IClassFixture<EvolvingSweepTests.TwoRuns>
{
    [Fact]
    public async Task A_parameter_is_added() => await AssertReports(
        "Parameter_added",
        [
            "Subjects.Evolving.Parameter_added: 4 of 4 points finished, 0 failed.",
            "Best: result = 123 at point 5: a = 2, b = y,",
            "The noise is not known, since each configuration ran once.",
            "2 points of older code are kept and not shown.",
        ],
        "point,state,a,b,result,",
        ["2,finished,1,x,121,", "3,finished,1,y,122,", "4,finished,2,x,122,", "5,finished,2,y,123,"],
        "4 points: 0 to run, 0 running, 4 finished, 0 failed\n  2 points of older code are kept and not shown.\n");

    [Fact]
    public async Task A_parameter_is_renamed() => await AssertReports(
        "Parameter_renamed",
        [
            "Subjects.Evolving.Parameter_renamed: 2 of 2 points finished, 0 failed.",
            "Best: result = 2 at point 3: alpha = 2,",
            "The noise is not known, since each configuration ran once.",
            "2 points of older code are kept and not shown.",
        ],
        "point,state,alpha,result,",
        ["2,finished,1,1,", "3,finished,2,2,"],
        "2 points: 0 to run, 0 running, 2 finished, 0 failed\n  2 points of older code are kept and not shown.\n");

    [Fact]
    public async Task The_objective_is_changed() => await AssertReports(
        "Objective_changed",
        ["Subjects.Evolving.Objective_changed: 2 of 2 points finished, 0 failed.", "All 2 results are of other builds than ", "Best: err = 1 at point 0: a = 1,"],
        "point,state,a,err,acc,",
        ["0,finished,1,1,1,", "1,finished,2,2,2,"],
        "2 points: 0 to run, 0 running, 2 finished, 0 failed\n  2 workers exited\n");

    [Fact]
    public async Task The_objective_is_removed() => await AssertReports(
        "Objective_removed",
        ["Subjects.Evolving.Objective_removed: 2 of 2 points finished, 0 failed.", "All 2 results are of other builds than ", "No best point: the sweep has no objective."],
        "point,state,a,acc,err,",
        ["0,finished,1,1,1,", "1,finished,2,2,2,"],
        "2 points: 0 to run, 0 running, 2 finished, 0 failed\n  2 workers exited\n");

    [Fact]
    public void The_results_of_the_older_code_are_kept()
    {
        Assert.Equal(["0.json", "1.json", "2.json", "3.json"], Directory.GetFiles(Path.Combine(runs.Sweeps, "Subjects.Evolving.Parameter_renamed", "results")).Select(Path.GetFileName).Order());
    }

    private async Task AssertReports(string method, string[] lines, string columns, string[] rows, string status)
    {
        var sweep = Path.Combine(runs.Sweeps, $"Subjects.Evolving.{method}");
        var ofWorker = Files();
        var ofRun = runs.Last.Out;
        var report = await Tool.Run(TimeProvider.System, ["report", sweep]);
        var ofTool = Files();

        foreach (var (text, csv) in new[] { ofWorker, ofTool })
        {
            Assert.All(text.Split('\n').Zip(lines), line => Assert.StartsWith(line.Second, line.First, StringComparison.Ordinal));
            Assert.All(csv.Split('\n').Zip([columns, .. rows]), line => Assert.StartsWith(line.Second, line.First, StringComparison.Ordinal));
            Assert.Equal(1 + rows.Length, csv.TrimEnd().Split('\n').Length);
        }

        var beginning = string.Join('\n', ofWorker.Text.Split('\n').Take(lines.Length));
        Assert.Contains(beginning, ofRun, StringComparison.Ordinal);
        Assert.StartsWith(beginning, report.Out, StringComparison.Ordinal);
        Assert.StartsWith($"Subjects.Evolving.{method}: {status}", (await Tool.Run(TimeProvider.System, ["status", sweep])).Out, StringComparison.Ordinal);

        (string Text, string Csv) Files() => (File.ReadAllText(Path.Combine(sweep, "report", "report.txt")), File.ReadAllText(Path.Combine(sweep, "report", "report.csv")));
    }

    /// <summary>The subjects as they were, then as they are after the edit.</summary>
    public sealed class TwoRuns : IAsyncLifetime
    {
        private const string Filter = "FullyQualifiedName~Subjects.Evolving.";

        private ToolProcess? first;
        private ToolProcess? second;

        internal string Sweeps => first!.Sweeps;

        internal ToolResult Last { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            first = ToolProcess.OfSubjects(Filter);
            var before = await first.Exit();
            Assert.True(before.Code == 0, before.Error);
            Assert.Contains("Best: acc = 2 at point 1: a = 2,", before.Out, StringComparison.Ordinal);
            second = ToolProcess.OfEditedSubjects(Filter, first);
            var after = await second.Exit();
            Assert.True(after.Code == 0, after.Error);
            Last = after;
        }

        public async ValueTask DisposeAsync()
        {
            if (second is not null)
                await second.DisposeAsync();
            if (first is not null)
                await first.DisposeAsync();
        }
    }
}
