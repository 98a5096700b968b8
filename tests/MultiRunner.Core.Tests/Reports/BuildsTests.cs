using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>Which builds of the user's code the results of a report are of.</summary>
public class BuildsTests
{
    private static readonly AssemblyStamp Old = new("Samples", "1.0.0.0", "aaaaaaaa-22be-4445-a67d-4b67fa65e862");
    private static readonly AssemblyStamp New = new("Samples", "1.0.0.0", "3f2a9c01-22be-4445-a67d-4b67fa65e862");

    [Fact]
    public async Task Results_of_several_builds_are_counted_and_said_below_the_counts()
    {
        using var sweep = Seeds(4);
        Finish(sweep, 0, Old, minute: 5);
        Finish(sweep, 1, New, minute: 20);
        Finish(sweep, 2, Old, minute: 3);
        Finish(sweep, 3, Old, minute: 4);
        var report = await sweep.Read();

        Assert.Equal(
            [
                new ReportBuild(New, 1, SweepOnDisk.Start.AddMinutes(20), SweepOnDisk.Start.AddMinutes(20)),
                new ReportBuild(Old, 3, SweepOnDisk.Start.AddMinutes(3), SweepOnDisk.Start.AddMinutes(5)),
            ],
            report.Builds);
        const string Sentence =
            "Results come from 2 builds: 1 of 1.0.0.0 (3f2a9c01) since 2026-03-14 09:20:00 UTC, 3 of 1.0.0.0 (aaaaaaaa) since 2026-03-14 09:03:00 UTC. "
            + "`multirunner rerun --older-builds` runs those of older builds again.";
        Assert.Contains($"S.M: 4 of 4 points finished, 0 failed.\n{Sentence}\nBest: ", TextReport.Print(report), StringComparison.Ordinal);
        Assert.Contains(
            "4 of 4 points finished, 0 failed.\n\nResults come from 2 builds: 1 of 1.0.0.0 (3f2a9c01) since", MarkdownReport.Print(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_the_points_has_the_builds_of_its_own_results()
    {
        using var sweep = Seeds(3);
        Finish(sweep, 0, Old, minute: 5);
        Finish(sweep, 1, New, minute: 20);
        Finish(sweep, 2, New, minute: 30);
        var part = (await sweep.Read()).Only(p => p.Index != 2);

        Assert.Equal([(New, 1), (Old, 1)], part.Builds.Select(b => (b.Build, b.Results)));
    }

    [Fact]
    public async Task The_worker_that_joined_last_has_the_newest_build()
    {
        using var sweep = Seeds(2);
        Finish(sweep, 0, Old, minute: 25);
        Finish(sweep, 1, New, minute: 20);
        Worker(sweep, SampleSweeps.NodeA, Old, WorkerStates.Exited, joined: 1);
        Worker(sweep, SampleSweeps.NodeB, New, WorkerStates.Exited, joined: 2);
        var report = await sweep.Read();

        Assert.Equal([New, Old], report.Builds.Select(b => b.Build));
        Assert.Equal(New, report.NewestBuild);
    }

    [Fact]
    public async Task Results_of_one_build_need_no_word()
    {
        using var sweep = Seeds(2);
        Finish(sweep, 0, New, minute: 1);
        Finish(sweep, 1, New, minute: 2);
        Worker(sweep, SampleSweeps.NodeA, New, WorkerStates.Exited, joined: 0);

        Assert.DoesNotContain("build", TextReport.Print(await sweep.Read()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_builds_of_results_that_do_not_count_are_not_counted()
    {
        using var sweep = Seeds(2);
        Finish(sweep, 0, Old, minute: 1);
        Finish(sweep, 1, New, minute: 2);
        sweep.Edit(m => m with { Current = [1] });

        Assert.Equal([New], (await sweep.Read()).Builds.Select(b => b.Build));
    }

    [Fact]
    public async Task Of_many_builds_the_newest_five_are_listed()
    {
        using var sweep = Seeds(8);
        for (var i = 0; i < 8; i++)
            Finish(sweep, i, New with { ModuleId = $"{i}{i}{i}{i}{i}{i}{i}{i}-" }, minute: i);

        var text = TextReport.Print(await sweep.Read());
        Assert.Contains("Results come from 8 builds: 1 of 1.0.0.0 (77777777) since", text, StringComparison.Ordinal);
        Assert.Contains("1 of 1.0.0.0 (33333333) since 2026-03-14 09:03:00 UTC, 3 of 3 more builds in report.json.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_result_of_the_build_that_joined_last_is_said_with_the_remedy()
    {
        using var sweep = Seeds(2);
        Finish(sweep, 0, Old, minute: 1);
        Finish(sweep, 1, Old, minute: 2);
        Worker(sweep, SampleSweeps.NodeB, New, WorkerStates.Exited, joined: 5);

        Assert.StartsWith(
            "S.M: 2 of 2 points finished, 0 failed.\nAll 2 results are of other builds than 1.0.0.0 (3f2a9c01), which joined last: "
            + "`multirunner rerun --older-builds`, or a new `Version` in the attribute, runs them again.\nBest: ",
            TextReport.Print(await sweep.Read()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_build_of_this_process_goes_before_what_records_say()
    {
        using var sweep = Seeds(1);
        Finish(sweep, 0, Old, minute: 1);
        Worker(sweep, SampleSweeps.NodeB, Old, WorkerStates.Exited, joined: 5);
        var report = await new SweepReportReader(sweep.Files, sweep.Time, new ReadingOptions { Build = New }).Read();

        Assert.Contains(
            "\nThe one result is of another build than 1.0.0.0 (3f2a9c01), which joined last: `multirunner rerun --older-builds`, or a new `Version` "
            + "in the attribute, runs it again.\n",
            TextReport.Print(report),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(30, false)]
    public async Task Without_records_the_newest_revision_tells_unless_a_result_is_younger(int minuteOfResult, bool isSaid)
    {
        using var sweep = Seeds(1);
        Finish(sweep, 0, Old, minuteOfResult);
        sweep.Edit(m => m with { Assembly = New, Created = SweepOnDisk.Start.AddMinutes(20) });

        Assert.Equal(isSaid, TextReport.Print(await sweep.Read()).Contains("which joined last", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_claimed_of_results_that_do_not_name_their_build()
    {
        using var sweep = Seeds(2);
        Finish(sweep, 0, Old, minute: 1);
        sweep.Finish(1, SampleSweeps.NodeA, 1, ("score", 1));
        Worker(sweep, SampleSweeps.NodeB, New, WorkerStates.Exited, joined: 5);

        Assert.DoesNotContain("which joined last", TextReport.Print(await sweep.Read()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workers_of_two_builds_that_run_at_the_same_time_are_named()
    {
        using var sweep = Seeds(1);
        Worker(sweep, SampleSweeps.NodeA, Old, WorkerStates.Running, joined: 1);
        Worker(sweep, SampleSweeps.NodeB, New, WorkerStates.Running, joined: 2);

        const string Warning = "Workers of 2 builds run at the same time, the newest first: 1.0.0.0 (3f2a9c01) on beta-1709-9bc0; 1.0.0.0 (aaaaaaaa) on alpha-4711-3fa2. "
            + "The results of all of them are kept and count. If only the newest is meant, stop the workers of the others.";
        Assert.Equal([Warning], (await sweep.Read()).Warnings);
        var status = await new SweepStatusReader(sweep.Files, sweep.FullPath(""), WorkerProcess.Identify(), sweep.Time).Read();
        Assert.Equal([Warning], status.Warnings);
    }

    [Fact]
    public async Task Workers_that_have_ended_or_died_do_not_run_at_the_same_time()
    {
        using var sweep = Seeds(1);
        Worker(sweep, "node-1-0001", New, WorkerStates.Running, joined: 10);
        Worker(sweep, "node-1-0002", Old, WorkerStates.Exited, joined: 1);
        Worker(sweep, "node-1-0003", Old, WorkerStates.Running, joined: 2);
        sweep.Crash(0, "node-1-0003", "node-1-0001");
        Worker(sweep, "node-1-0004", Old, WorkerStates.Running, joined: 3, lastSeen: 9);
        sweep.Worker("node-1-0005", 0, 0, 0, WorkerStates.Running);

        Assert.Empty((await sweep.Read()).Warnings);
    }

    [Fact]
    public async Task Csv_and_json_have_the_build_the_start_and_the_host_of_each_result()
    {
        using var sweep = Seeds(1);
        sweep.Finish(0, SampleSweeps.NodeA, r => r with { Assembly = New, Started = new DateTimeOffset(2026, 3, 14, 11, 0, 1, 250, TimeSpan.FromHours(2)) }, ("score", 1));
        var report = await sweep.Read();

        Assert.Equal(
            "point,state,seed,score,seconds,started,worker,host,attempt,build\n"
            + "0,finished,0,1,1,2026-03-14T09:00:01.250Z,alpha-4711-3fa2,alpha,1,1.0.0.0 (3f2a9c01)\n",
            CsvReport.Print(report));
        Assert.Contains(
            "\"started\": \"2026-03-14T11:00:01.25+02:00\",\n      \"seconds\": 1,\n      \"worker\": \"alpha-4711-3fa2\",\n      \"host\": \"alpha\",\n"
            + "      \"attempt\": 1,\n      \"build\": {\n        \"name\": \"Samples\",\n        \"version\": \"1.0.0.0\",\n"
            + "        \"moduleId\": \"3f2a9c01-22be-4445-a67d-4b67fa65e862\"\n      }\n",
            JsonReport.Print(report),
            StringComparison.Ordinal);
    }

    private static SweepOnDisk Seeds(int count)
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", new Objective("score", Maximize: true), ("seed", [.. Enumerable.Range(0, count).Cast<object?>()]));
        return sweep;
    }

    private static void Finish(SweepOnDisk sweep, int point, AssemblyStamp build, int minute) => sweep.Finish(
        point, SampleSweeps.NodeA, r => r with { Assembly = build, Started = SweepOnDisk.Start.AddMinutes(minute) }, ("score", point));

    private static void Worker(SweepOnDisk sweep, string id, AssemblyStamp build, string state, int joined, int lastSeen = 29)
    {
        sweep.Worker(id, 0, 0, 0, state);
        sweep.EditWorker(id, w => w with
        {
            Assembly = build,
            Started = SweepOnDisk.Start.AddMinutes(joined),
            Updated = SweepOnDisk.Start.AddMinutes(lastSeen),
        });
    }
}
