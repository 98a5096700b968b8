using System.Text.Json.Serialization;
using MultiRunner.Grids;

namespace MultiRunner.Format;

/// <summary>
/// The content of <c>ini/sweep.json</c>: every point that the sweep ever had, and what the newest code that joined says of the sweep.
/// </summary>
internal sealed record Manifest
{
    /// <summary>The version of the format that this code reads and writes. docs/format.md describes it.</summary>
    public const int CurrentFormat = 2;

    /// <summary>The version of the format of the sweep directory.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>
    /// Namespace, class and method, as in the code. Together with the name in <see cref="Assembly"/> they own the directory.
    /// </summary>
    public required string Sweep { get; init; }

    /// <summary>The worker that made the directory. When several try to make it, everyone sees here who came first.</summary>
    public required string Maker { get; init; }

    /// <summary>When the directory was made, by the maker's clock.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Name, version and module id of the assembly with the newest code.</summary>
    public required AssemblyStamp Assembly { get; init; }

    /// <summary>The metric that the newest code maximises or minimises, or null.</summary>
    public Objective? Objective { get; init; }

    /// <summary>The parameters of the newest code, in order.</summary>
    public required IReadOnlyList<ManifestParameter> Parameters { get; init; }

    /// <summary>The values of each parameter when the newest code has axes. It is null when the code lists rows.</summary>
    public IReadOnlyList<ManifestAxis>? Axes { get; init; }

    /// <summary>
    /// The indices of the points of the newest code, in order. Reports, status and counts have these points only. The other points
    /// are of older code, and keep their index and their result.
    /// </summary>
    [JsonConverter(typeof(PointRangesConverter))]
    public required IReadOnlyList<int> Current { get; init; }

    /// <summary>How many of the points, from the first, have a state file. All have one, except while points are being added.</summary>
    public required int Ready { get; init; }

    /// <summary>The arguments of each point by name. The index of a point is its position here.</summary>
    [JsonConverter(typeof(PointPerLineConverter))]
    public required IReadOnlyList<CanonicalJson> Points { get; init; }

    /// <summary>How many points are of older code. It is null when none is.</summary>
    [JsonIgnore]
    public int? OlderPoints => Points.Count > Current.Count ? Points.Count - Current.Count : null;

    /// <summary>The owner of the directory in words, for messages.</summary>
    [JsonIgnore]
    public string Owner => $"'{Sweep}' of the assembly '{Assembly.Name}'";

    /// <summary>Whether both say the same of the sweep. The older points that they list do not matter.</summary>
    public bool SaysTheSameAs(Manifest other) =>
        Assembly == other.Assembly
        && Objective == other.Objective
        && Parameters.SequenceEqual(other.Parameters)
        && AxesAreThoseOf(other)
        && Current.SequenceEqual(other.Current);

    private bool AxesAreThoseOf(Manifest other) => Axes is null || other.Axes is null
        ? Axes == other.Axes
        : Axes.Select(a => a.Name).SequenceEqual(other.Axes.Select(a => a.Name))
            && Axes.Zip(other.Axes).All(a => a.First.Values.SequenceEqual(a.Second.Values));
}
