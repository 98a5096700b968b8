using System.Collections.Immutable;
using MultiRunner.Format;

namespace MultiRunner.Scheduling;

/// <summary>How many results a worker found finished, and which builds made them.</summary>
/// <param name="Count">All of them.</param>
/// <param name="ByBuild">How many each build made, for the results that name their build.</param>
internal sealed record FoundResults(int Count, ImmutableDictionary<AssemblyStamp, int> ByBuild)
{
    /// <summary>No result.</summary>
    public static readonly FoundResults None = new(0, ImmutableDictionary<AssemblyStamp, int>.Empty);

    /// <summary>These and one more.</summary>
    /// <param name="build">The build that made it, or null when the result does not say.</param>
    public FoundResults With(AssemblyStamp? build) =>
        new(Count + 1, build is null ? ByBuild : ByBuild.SetItem(build, ByBuild.GetValueOrDefault(build) + 1));
}
