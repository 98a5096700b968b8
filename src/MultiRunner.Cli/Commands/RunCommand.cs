using System.CommandLine;
using System.CommandLine.Parsing;
using MultiRunner.Cli.Live;
using MultiRunner.Cli.Running;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner run</c>.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    private const string WorkersOption = "--workers";
    private const string RestartsOption = "--restarts";

    private const string GpusOption = "--gpus";
    private const string WorkersPerGpuOption = "--workers-per-gpu";

    private const string Details = """
        The options of run come first. What follows them goes to 'dotnet test' as it is. First 'dotnet build' runs for the same target,
        unless --no-build is given. Then each worker is one 'dotnet test --no-build'.

        With --gpus each worker sees one GPU, and the workers get the GPUs in turn. The variable CUDA_VISIBLE_DEVICES of the worker (for
        AMD ROCR_VISIBLE_DEVICES) is the number of its GPU.

        Progress and problems go to standard error, and the report goes to standard output. What the workers write goes to log files.
        The files are named when something went wrong.

        A worker that was ended by a signal, or whose test process died, is started again up to --restarts times. A worker that stopped
        by itself, after too many errors or because its sweep directory failed, is started again if it has finished a point since its
        last start. While the sweep directory cannot be read, run waits.

        Ctrl-C and SIGTERM are passed on to the workers, which then give their points back. What still runs after 5 seconds, or at a
        second signal, is killed.

        Exit codes: 0 every selected point is finished, or skipped itself, and no test failed; 1 otherwise; 2 wrong usage, or nothing
        could be started, such as after a build that failed. The last lines say how many points skipped themselves.
        """;

    private static readonly Example[] Examples =
    [
        new("multirunner run --workers 4 MyTests", "Builds the project in MyTests, and runs its sweeps with four workers."),
        new("multirunner run --workers 4 MyTests -c Release --filter FullyQualifiedName~Training.Train", "The same for one sweep only."),
        new("multirunner run --gpus all MyTests", "Starts one worker for each GPU of this machine."),
        new("multirunner run --gpus 0,2 --workers-per-gpu 2 MyTests --no-build", "Starts four workers on two GPUs, without a build."),
    ];

    private static readonly string[] OwnOptions = [WorkersOption, RestartsOption, GpusOption, WorkersPerGpuOption];

    private static readonly string[] Help = ["-h", "-?", "/?", "/h", "--help"];

    /// <summary>
    /// Marks with <c>--</c> where the arguments of <c>dotnet test</c> begin: at the first one that is not run's own. Everything from
    /// there on is passed on as it was given.
    /// </summary>
    /// <exception cref="UsageException">An option of run's own comes too late, or is not written in full.</exception>
    public static IReadOnlyList<string> Separate(IReadOnlyList<string> arguments)
    {
        if (arguments is not [Name, ..])
            return arguments;
        foreach (var argument in arguments.TakeWhile(argument => argument != "--"))
        {
            if (ShortFor(argument) is { } option)
            {
                throw new UsageException(
                    $"Options are written in full, but '{argument}' is the beginning of '{option}'. Write '{option}'. If '{argument}' is "
                    + "an option of 'dotnet test', put -- before it.");
            }
        }

        var own = 1;
        while (own < arguments.Count && (IsOwn(arguments[own]) || Help.Contains(arguments[own])))
            own += OwnOptions.Contains(arguments[own]) ? 2 : 1;
        own = Math.Min(own, arguments.Count);
        if (own == arguments.Count || arguments[own] == "--")
            return arguments;
        if (arguments.Skip(own).TakeWhile(argument => argument != "--").FirstOrDefault(IsOwn) is { } late)
        {
            throw new UsageException(
                $"The options of 'multirunner run' come before those of 'dotnet test', but '{late}' comes after '{arguments[own]}'. "
                + "Move it to the front.");
        }

        return [.. arguments.Take(own), "--", .. arguments.Skip(own)];
    }

    /// <summary>The option that an argument is the beginning of: 'dotnet test' would say nothing of use about it.</summary>
    private static string? ShortFor(string argument) =>
        argument.Split('=')[0] is { Length: > 3 } name && !OwnOptions.Contains(name)
            ? OwnOptions.FirstOrDefault(option => option.StartsWith(name, StringComparison.Ordinal))
            : null;

    public static Command Create(CliContext context)
    {
        var workers = new CountOption(
            WorkersOption, "How many workers to start on this machine.", otherwise: 1, least: 1, most: 1000);
        var restarts = new CountOption(
            RestartsOption, "How often a worker that crashed is started again.", otherwise: 3, least: 0, most: 1_000_000);
        var gpus = new Option<string?>(GpusOption)
        {
            Description = "Start workers for each of these GPUs, in place of --workers: all, or numbers as nvidia-smi or rocm-smi lists "
                + "them, such as 0,2.",
            HelpName = "LIST",
        };
        var workersPerGpu = new CountOption(
            WorkersPerGpuOption, "How many workers to start for each GPU of --gpus.", otherwise: 1, least: 1, most: 1000);
        var rest = new Argument<string[]>("ARGUMENTS")
        {
            Description = "What you would give 'dotnet test': the project, --filter, -c and so on.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        const string Summary = "Builds once, starts workers on this machine, shows their progress, and prints the report.";
        var command = new DetailedCommand(Name, Summary, Examples, Details)
        {
            workers,
            restarts,
            gpus,
            workersPerGpu,
            rest,
        };
        command.SetAction(async (parsed, _) =>
        {
            var isForEachGpu = parsed.GetValue(gpus) is not null;
            RefuseBoth(isForEachGpu, parsed.GetResult(workers), parsed.GetResult(workersPerGpu));
            var environments = isForEachGpu ? GpuEnvironments.Of(parsed.GetValue(gpus)!, context.Variable) : [];
            var count = isForEachGpu ? environments.Count * workersPerGpu.Of(parsed) : workers.Of(parsed);
            var options = new RunOptions(count, restarts.Of(parsed), TestArguments.Of(parsed.GetValue(rest) ?? []), environments);
            return await new CliRun(options, context, LiveDisplays.Choose(context.Error, context.IsTerminal, context)).Run();
        });
        return command;
    }

    /// <summary>Workers are counted on the whole machine or for each GPU.</summary>
    private static void RefuseBoth(bool isForEachGpu, OptionResult? workers, OptionResult? workersPerGpu)
    {
        if (isForEachGpu && workers is { Implicit: false })
        {
            throw new UsageException(
                $"{GpusOption} starts {WorkersPerGpuOption} workers for each GPU, but {WorkersOption} is given as well. "
                + "Leave one of them out.");
        }

        if (!isForEachGpu && workersPerGpu is { Implicit: false })
        {
            throw new UsageException(
                $"{WorkersPerGpuOption} counts the workers for each GPU of {GpusOption}, but that is not given. "
                + $"Add {GpusOption} all, or use {WorkersOption}.");
        }
    }

    private static bool IsOwn(string argument) =>
        OwnOptions.Contains(argument.Split('=', ':')[0]);
}
