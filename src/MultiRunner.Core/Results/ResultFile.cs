using MultiRunner.Format;
using MultiRunner.Grids;

namespace MultiRunner.Results;

/// <summary>
/// What <c>results/N.json</c> holds. There is one list of properties for whoever needs the whole curves and for whoever reads
/// each of them into a few numbers.
/// </summary>
/// <typeparam name="TCurve">What is made of a curve.</typeparam>
internal abstract record ResultFile<TCurve>
{
    /// <summary>Version of the format of the sweep directory.</summary>
    public int Format { get; init; } = Manifest.CurrentFormat;

    /// <summary>The index of the point.</summary>
    public required int Point { get; init; }

    /// <summary>Its arguments by name.</summary>
    public required CanonicalJson Arguments { get; init; }

    /// <summary>The numbers that it returned or recorded. NaN and infinities are written as text.</summary>
    public required Dictionary<string, double> Metrics { get; init; }

    /// <summary>The texts that it returned, or null.</summary>
    public Dictionary<string, string>? Details { get; init; }

    /// <summary>The curves that it recorded, or null.</summary>
    public Dictionary<string, TCurve>? Curves { get; init; }

    /// <summary>The worker that ran it.</summary>
    public required string Worker { get; init; }

    /// <summary>The worker's host.</summary>
    public required string Host { get; init; }

    /// <summary>1 when the worker's first attempt at this point succeeded.</summary>
    public required int Attempt { get; init; }

    /// <summary>When it started, by the worker's clock.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>The build that ran it.</summary>
    public AssemblyStamp? Assembly { get; init; }
}
