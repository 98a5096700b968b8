namespace MultiRunner.Benchmarks.Peers;

/// <summary>What the section of the benchmark <c>peers</c> says beside its tables.</summary>
internal static class PeersText
{
    /// <summary>What is measured.</summary>
    public const string Introduction = """
        The same points by this library and by others, on this machine: the product of three axes of integers. A trivial point does
        nothing (GNU parallel runs `true`); the others sleep. *Ours, the protocol* is the worker in processes of its own, without xunit;
        it makes the sweep directory and forces each result of 665 bytes to the disk. *Ours, `[SweepTheory]`* is as many whole test
        executables on one root, with their reports. *The original's algorithm* is that of the Python package MultiRunner, written anew
        (`benchmarks/peers/original.py`). Optuna has a journal file and its `GridSampler`. All these start as many processes at once. GNU
        parallel starts a process for each point, with as many jobs at once, and writes a job log. xunit and NUnit have as many threads in
        one test executable.

        The same commands also take about an eighth of the points, in turn with the whole work. What a point takes is the difference of
        the two runs over the difference of their points, so that it is without start-up, and without the end, at which a worker that
        finds nothing left looks now and then whether the others are done. *Start and end* is the rest of the smaller run. `-` stands for
        less than the runs vary by. Surplus executions are those beside one for each result. They, lost points (without a result) and
        crashed processes (an exit code other than 0) are sums over all runs. Peak memory is that of the largest process that was started;
        the jobs of GNU parallel are not looked at. In brackets stand the smallest and the largest of the rounds. A peer that takes longer
        than 10 s is measured in one round alone, and one that takes 120 s is ended.

        The aim: with us no point is lost and no process crashes, also when a worker is killed, and a trivial point by the protocol takes
        no longer than with GNU parallel and with Optuna.

        """;

    /// <summary>What the peers do not do, by their own documentation.</summary>
    public const string WhatPeersDoNot = """
        What the peers do not do, so that the times are read as what they are:

        - [GNU parallel](https://www.gnu.org/software/parallel/parallel.html) forces nothing to the disk. One process hands out all jobs,
          over ssh to other machines, too. When it ends, `--resume` goes on by the job log if "the input, the command, and --joblog all
          [...] remain unchanged". A result is what a job prints, if `--results` keeps it.
        - Optuna's [`GridSampler`](https://optuna.readthedocs.io/en/stable/reference/samplers/generated/optuna.samplers.GridSampler.html)
          may run a point twice: "during distributed optimization where trials run concurrently, different workers will occasionally
          suggest the same parameter configuration. The total number of actual trials may therefore exceed the size of the grid." Each
          worker looks at all earlier trials before each of its own, and each record is forced to the disk. In Optuna 3.1 the lock of a
          journal file is a link that nobody takes from a process that was killed: if it held the lock, the others wait without end.
        - [Plain theories](https://xunit.net/docs/running-tests-in-parallel) and [combinatorial
          tests](https://docs.nunit.org/articles/nunit/writing-tests/attributes/combinatorial.html) share nothing: threads of one process
          take the points, and a second process runs all of them again. They keep no results and start anew each time.
        - The original forces nothing to the disk and lists the directory twice for each point, so that a point takes the longer, the more
          there are. Whoever finds nothing left to run repeats what others are running, and may end with an error when these finish it
          meanwhile.

        """;

    /// <summary>What was not measured.</summary>
    public static string LeftOut(IReadOnlyList<PeerCell> cells, IReadOnlyList<IPeer> peers)
    {
        var tooMany = peers
            .Where(peer => cells.Any(cell => cell.Work.Points > peer.MostPoints))
            .Select(peer => $" {peer.Name} is left out above {peer.MostPoints:N0} points, since a point takes it the longer, the more there are.");
        var rest = ReferenceEquals(cells, PeersMatrix.Default)
            ? "Left out, since all shall end within five minutes: 4,096 points with other numbers of workers, 10,000 points, and "
                + "points that sleep with 1, 2 and 8 workers. `peers . 512,4096,10000 1,2,4,8 3` measures them."
            : $"Rounds: {cells.Max(cell => cell.Rounds)}.";
        return $"{rest}{string.Concat(tooMany)}\n";
    }
}
