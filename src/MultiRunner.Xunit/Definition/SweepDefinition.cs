using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using Xunit;

namespace MultiRunner.Definition;

/// <summary>A sweep method, looked at once: its grid, what its result looks like, and how it is to be run.</summary>
internal sealed record SweepDefinition
{
    /// <summary>Class and method, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>Namespace, class and method: they own the sweep's directory, with the name of the assembly.</summary>
    public required string FullName { get; init; }

    /// <summary>The version of the experiment, or null. Each has a directory of its own.</summary>
    public required string? Version { get; init; }

    /// <summary>The name of the sweep's directory.</summary>
    public required string DirectoryName { get; init; }

    /// <summary>Its points.</summary>
    public required Grid Grid { get; init; }

    /// <summary>The row behind each point, when the points were listed by data attributes; else null.</summary>
    public required IReadOnlyList<ITheoryDataRow>? Rows { get; init; }

    /// <summary>The metric to maximise or minimise, or null.</summary>
    public required Objective? Objective { get; init; }

    /// <summary>How it is to be run.</summary>
    public required SweepOptions Options { get; init; }

    /// <summary>What each point of the grid costs, or null when the code does not say it.</summary>
    public required IReadOnlyList<double>? Costs { get; init; }

    /// <summary>How its results are read.</summary>
    public required ReturnReader Returns { get; init; }

    /// <summary>The build that it comes from.</summary>
    public required AssemblyStamp Assembly { get; init; }
}
