using System.Globalization;
using MultiRunner.Benchmarks;
using MultiRunner.Benchmarks.Peers;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

switch (args)
{
    case ["protocol", .. var rest]:
        await ProtocolBenchmark.Run(Scratch.Under(rest.ElementAtOrDefault(0)), rounds: Number(rest, 1) ?? 7);
        return 0;
    case ["tests", .. var rest]:
        await TestRunBenchmark.Run(Scratch.Under(rest.ElementAtOrDefault(0)), rounds: Number(rest, 1) ?? 5);
        return 0;
    case ["discovery", "spaces", .. var rest]:
        await SpaceBenchmark.Run(rounds: Number(rest, 0) ?? 5);
        return 0;
    case ["discovery", .. var rest]:
        await DiscoveryBenchmark.Run(points: Number(rest, 0) ?? 100_000, pairs: Number(rest, 1) ?? 5);
        return 0;
    case ["run", .. var rest]:
        await RunBenchmark.Run(Scratch.Under(rest.ElementAtOrDefault(0)), rounds: Number(rest, 1) ?? 5);
        return 0;
    case ["scale", .. var rest]:
        await ScaleBenchmark.Run(Scratch.Under(rest.ElementAtOrDefault(0)), largest: Number(rest, 1) ?? 100_000);
        return 0;
    case ["report", .. var rest]:
        await ReportBenchmark.Run(Scratch.Under(rest.ElementAtOrDefault(0)), points: Number(rest, 1) ?? 10_000, steps: Number(rest, 2) ?? 1_000);
        return 0;
    case ["once", "report", var sweep, var way]:
        await ReportBenchmark.Once(sweep, way);
        return 0;
    case ["tests-at-scale", .. var rest]:
        await TestsAtScaleBenchmark.Run(Scratch.Under(rest.ElementAtOrDefault(0)), points: Number(rest, 1) ?? 10_000, rounds: Number(rest, 2) ?? 2);
        return 0;
    case ["once", "dotnet", .. var command]:
        await MeasuredRun.Once(command);
        return 0;
    case ["operations", .. var rest]:
        await OperationsBenchmark.Run(largest: Number(rest, 0) ?? 100_000, fleet: Number(rest, 1));
        return 0;
    case ["makespan", .. var rest]:
        await MakespanBenchmark.Run(only: Number(rest, 0), count: Number(rest, 1) ?? 20);
        return 0;
    case ["fleet", .. var rest]:
        await FleetBenchmark.Run(points: Number(rest, 0), workers: Number(rest, 1));
        return 0;
    case ["once", var loop, .. var rest] when loop is "protocol" or "bare":
        await ProtocolBenchmark.Once(loop, Scratch.Under(rest.ElementAtOrDefault(0)), points: Number(rest, 1) ?? 1_000);
        return 0;
    case ["peers", .. var rest]:
        await PeersBenchmark.Run(
            Scratch.Under(rest.ElementAtOrDefault(0)),
            rest is [_, var points, ..] ? PeersMatrix.Of(points, rest.ElementAtOrDefault(2), Number(rest, 3) ?? 1) : PeersMatrix.Default);
        return 0;
    case ["once", "worker", var sweep]:
        return await ProtocolPeerWorker.Run(sweep);
    case ["all", .. var rest]:
        return await AllBenchmarks.Run(rest.ElementAtOrDefault(0));
    default:
        await Console.Error.WriteLineAsync("""
            usage: MultiRunner.Benchmarks all      [directory]                   all of them, and docs/benchmarks.md
                   MultiRunner.Benchmarks protocol [directory] [rounds]          the protocol beside a bare loop of its system calls
                   MultiRunner.Benchmarks tests    [directory] [rounds]          dotnet test of a sweep beside that of a plain theory
                   MultiRunner.Benchmarks discovery [points] [pairs]             discovery of a sweep beside that of a plain theory
                   MultiRunner.Benchmarks discovery spaces [rounds]              discovery of few points of large spaces
                   MultiRunner.Benchmarks run      [directory] [rounds]          multirunner run with two workers
                   MultiRunner.Benchmarks scale    [directory] [points]          making and listing large sweeps
                   MultiRunner.Benchmarks report   [directory] [points] [steps]  the report of finished points with curves
                   MultiRunner.Benchmarks tests-at-scale [directory] [points] [rounds]   many points under every test host
                   MultiRunner.Benchmarks operations [points] [workers]          operations of workers on the directory, simulated
                   MultiRunner.Benchmarks makespan [points] [sweeps]             the end of a sweep over the earliest possible one, simulated
                   MultiRunner.Benchmarks fleet    [points] [workers]            large fleets with slow and dying workers, simulated
                   MultiRunner.Benchmarks peers    [directory] [points,...] [workers,...] [rounds]   the same work by others
                   MultiRunner.Benchmarks once protocol|bare [directory] [points]   one loop once, for strace and perf
            A directory is made below the given one and deleted in the end; by default below the current directory.
            """);
        return 2;
}

static int? Number(string[] args, int index) =>
    index < args.Length ? int.Parse(args[index], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : null;
