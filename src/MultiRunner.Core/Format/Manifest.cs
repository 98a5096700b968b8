using System.Text.Json.Serialization;
using MultiRunner.Grids;

namespace MultiRunner.Format;

/// <summary>
/// What <c>sweep.json</c> holds: every point that the sweep ever had, and what the newest code that joined says of the sweep.
/// </summary>
internal sealed record Manifest
{
    /// <summary>The version of the format that this code reads and writes. docs/format.md describes it.</summary>
    public const int CurrentFormat = 2;

    /// <summary>The revision that makes the directory.</summary>
    public const int FirstRevision = 1;

    /// <summary>Version of the format of the sweep directory.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Grows by one whenever code that says something else joins. The newest revision counts.</summary>
    public int Revision { get; init; } = FirstRevision;

    /// <summary>
    /// Namespace, class and method, as in the code. With <see cref="Version"/> and the name in <see cref="Assembly"/> they own the
    /// directory.
    /// </summary>
    public required string Sweep { get; init; }

    /// <summary>The version of the experiment that the code names, or null. Each version has a directory of its own.</summary>
    public string? Version { get; init; }

    /// <summary>The worker that made this revision; by it everyone sees whose of several attempts to make it came first.</summary>
    public required string Maker { get; init; }

    /// <summary>When the directory was made, by the maker's clock.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Name, version and module id of the build that made this revision.</summary>
    public required AssemblyStamp Assembly { get; init; }

    /// <summary>The metric that the newest code maximises or minimises, or null.</summary>
    public Objective? Objective { get; init; }

    /// <summary>The parameters of the newest code, in order.</summary>
    public required IReadOnlyList<ManifestParameter> Parameters { get; init; }

    /// <summary>The values of each parameter when the newest code has axes. It is null when the code lists rows.</summary>
    public IReadOnlyList<ManifestAxis>? Axes { get; init; }

    /// <summary>
    /// How the newest code chose its points from the combinations of the axes. It is null when it has all of them, or lists rows.
    /// </summary>
    public ManifestGrid? Grid { get; init; }

    /// <summary>
    /// The indices of the points of the newest code, in order. Reports, status and counts have these points only. The other points
    /// are of older code, and keep their index and their result.
    /// </summary>
    [JsonConverter(typeof(PointRangesConverter))]
    public required IReadOnlyList<int> Current { get; init; }

    /// <summary>The arguments of each point by name; a point's index is its position here.</summary>
    [JsonConverter(typeof(PointPerLineConverter))]
    public required IReadOnlyList<CanonicalJson> Points { get; init; }

    /// <summary>How many points are of older code. It is null when none is.</summary>
    [JsonIgnore]
    public int? OlderPoints => Points.Count > Current.Count ? Points.Count - Current.Count : null;

    /// <summary>The sweep as people are told of it: "Samples.Training.Train", or "Samples.Training.Train (version 2)".</summary>
    [JsonIgnore]
    public string DisplayName => Version is null ? Sweep : $"{Sweep} (version {Version})";

    /// <summary>The owner of the directory in words, for messages.</summary>
    [JsonIgnore]
    public string Owner => $"'{DisplayName}' of the assembly '{Assembly.Name}'";

    /// <summary>Whether both are manifests of one sweep: the same method of the same assembly, in the same version.</summary>
    public bool HasSameOwnerAs(Manifest other) =>
        Sweep == other.Sweep && Version == other.Version && Assembly.Name == other.Assembly.Name;

    /// <summary>
    /// Whether both say the same of the sweep, whatever older points they list and whichever build says it: machines that build
    /// for themselves have builds that differ and say the same.
    /// </summary>
    public bool SaysTheSameAs(Manifest other) =>
        Objective == other.Objective
        && Parameters.SequenceEqual(other.Parameters)
        && (Axes is null ? other.Axes is null : other.Axes is not null && Axes.SequenceEqual(other.Axes))
        && Grid == other.Grid
        && Current.SequenceEqual(other.Current);
}
