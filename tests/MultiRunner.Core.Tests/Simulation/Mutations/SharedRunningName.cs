using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>
/// Claims are renames to one name for everybody, N_running. Who made the claim is kept where all workers of a run see it at
/// once, so that nothing but the renames themselves can go wrong.
/// </summary>
internal sealed class SharedRunningName(ISharedDirectory inner, string me, Dictionary<string, string> owners) : Detour(inner)
{
    private const string Running = "_running";

    public override async ValueTask<bool> TryRename(string from, string to)
    {
        var done = await Inner.TryRename(Shared(from), Shared(to)).ConfigureAwait(false);
        if (done && Shared(to) != to)
            owners[Shared(to)] = me;
        return done;
    }

    public override async ValueTask<IReadOnlyList<string>> List(string path)
    {
        var names = await Inner.List(path).ConfigureAwait(false);
        return [.. names.Select(n => n.EndsWith(Running, StringComparison.Ordinal) ? $"{n}.{owners.GetValueOrDefault($"ini/{n}", "nobody")}" : n)];
    }

    private static string Shared(string path)
    {
        var at = path.IndexOf(Running + ".", StringComparison.Ordinal);
        return at < 0 ? path : path[..(at + Running.Length)];
    }
}
