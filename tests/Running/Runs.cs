using System.Collections.Concurrent;

namespace MultiRunner.Tests.Running;

/// <summary>
/// The runs that the tests of a class look at: each is made once, by the first test that asks for it. The runs of one host
/// share a root, so the second finds what the first left.
/// </summary>
/// <param name="filter">Which subjects, in the filter syntax of VSTest.</param>
/// <param name="options">Further options of the host; only for a class that runs the executable alone.</param>
public abstract class Runs(string filter, params IReadOnlyList<string> options) : IDisposable
{
    private readonly ConcurrentDictionary<Host, TempRoot> roots = new();
    private readonly ConcurrentDictionary<(Host Host, int Number), Lazy<Task<SubjectRun>>> runs = new();

    /// <summary>The n-th run on a host, from 1.</summary>
    public Task<SubjectRun> On(Host host, int number = 1) =>
        runs.GetOrAdd((host, number), _ => new Lazy<Task<SubjectRun>>(() => Run(host, number))).Value;

    public void Dispose()
    {
        foreach (var root in roots.Values)
            root.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Further environment variables of the n-th run.</summary>
    protected virtual IReadOnlyList<(string Name, string? Value)> Environment(int number) => [];

    private async Task<SubjectRun> Run(Host host, int number)
    {
        if (number > 1)
            await On(host, number - 1);
        return await SubjectRunner.Run(host, roots.GetOrAdd(host, _ => new TempRoot()), filter, options, [.. Environment(number)]);
    }
}
