using MultiRunner.Core.Tests.Scheduling;

namespace MultiRunner.Benchmarks;

/// <summary>Operations on the directory, for each of something: a point, or a minute of a worker.</summary>
/// <param name="Renames">Renames.</param>
/// <param name="Lost">Renames that came too late, since another worker had claimed the point.</param>
/// <param name="DurableWrites">Files written with fsync.</param>
/// <param name="Writes">Other files written.</param>
/// <param name="Looks">Heartbeats of others read.</param>
/// <param name="Results">Results of others read.</param>
/// <param name="Listings">Directories listed.</param>
/// <param name="Names">Names that the listings showed.</param>
internal sealed record Operations(double Renames, double Lost, double DurableWrites, double Writes, double Looks, double Results, double Listings, double Names)
{
    /// <summary>All of them, but not the results of others, each of which a worker reads once to report it, and not what is deleted.</summary>
    public double All => Renames + DurableWrites + Writes + Looks + Listings;

    /// <summary>What a directory has counted, divided by how many things that was for.</summary>
    public static Operations Of(CountingDirectory counted, double things)
    {
        return new Operations(
            Count("rename "),
            counted.LostRenames / things,
            Count("write durably "),
            Count("write ") - Count("write durably "),
            Count("read workers"),
            Count("read results"),
            Count("list "),
            counted.NamesListed / things);

        double Count(string kind) => counted.Counts.Where(c => c.Key.StartsWith(kind, StringComparison.Ordinal)).Sum(c => c.Value) / things;
    }
}
