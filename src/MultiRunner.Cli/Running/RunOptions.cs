namespace MultiRunner.Cli.Running;

/// <summary>What <c>multirunner run</c> was asked for.</summary>
/// <param name="Workers">How many workers to start.</param>
/// <param name="Restarts">How often each of them may be started again after a crash. Other restarts are not counted.</param>
/// <param name="Arguments">What <c>dotnet test</c> gets.</param>
/// <param name="Environments">Environment variables that the workers get in turn, of one GPU each; none without GPUs.</param>
internal sealed record RunOptions(
    int Workers, int Restarts, TestArguments Arguments, IReadOnlyList<IReadOnlyDictionary<string, string>> Environments);
