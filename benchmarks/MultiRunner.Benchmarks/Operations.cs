using MultiRunner.Core.Tests.Scheduling;

namespace MultiRunner.Benchmarks;

/// <summary>Operations on the directory, for each of something: a point, or a minute of a worker.</summary>
internal sealed record Operations(double Renames, double Lost, double DurableWrites, double Writes, double Reads, double Listings, double Names)
{
    /// <summary>What a directory has counted, divided by how many things that was for.</summary>
    public static Operations Of(CountingDirectory counted, double things)
    {
        return new Operations(
            Count("rename "),
            counted.LostRenames / things,
            Count("write durably "),
            Count("write ") - Count("write durably "),
            Count("read "),
            Count("list "),
            counted.NamesListed / things);

        double Count(string kind) => counted.Counts.Where(c => c.Key.StartsWith(kind, StringComparison.Ordinal)).Sum(c => c.Value) / things;
    }
}
