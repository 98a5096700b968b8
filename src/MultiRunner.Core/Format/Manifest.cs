using System.Text.Json;
using System.Text.Json.Serialization;
using MultiRunner.Grids;

namespace MultiRunner.Format;

/// <summary>
/// What <c>sweep.json</c> holds: every point that the sweep ever had, and what the newest code that joined says of the sweep.
/// </summary>
internal sealed record Manifest
{
    /// <summary>The version of the format that this code reads and writes. Described in docs/format.md.</summary>
    public const int CurrentFormat = 2;

    /// <summary>The revision that makes the directory.</summary>
    public const int FirstRevision = 1;

    /// <summary>Version of the format of the sweep directory.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Grows by one whenever code that says something else joins. The newest revision counts.</summary>
    public int Revision { get; init; } = FirstRevision;

    /// <summary>Namespace, class and method, as in the code. With the name in <see cref="Assembly"/> they own the directory.</summary>
    public required string Sweep { get; init; }

    /// <summary>The worker that made this revision; by it everyone sees whose of several attempts to make it came first.</summary>
    public required string Maker { get; init; }

    /// <summary>When, by the maker's clock.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Name, version and module id of the build that made this revision.</summary>
    public required AssemblyStamp Assembly { get; init; }

    /// <summary>The metric that the newest code maximises or minimises, or null.</summary>
    public Objective? Objective { get; init; }

    /// <summary>The parameters of the newest code, in order.</summary>
    public required IReadOnlyList<ManifestParameter> Parameters { get; init; }

    /// <summary>The values of each parameter when the newest code has axes; null when its rows were listed.</summary>
    public IReadOnlyList<ManifestAxis>? Axes { get; init; }

    /// <summary>
    /// The indices of the points of the newest code, in order. Reports, status and counts are of these alone; the other points
    /// are of older code, and keep index and result.
    /// </summary>
    [JsonConverter(typeof(AsRanges))]
    public required IReadOnlyList<int> Current { get; init; }

    /// <summary>The arguments of each point by name; a point's index is its position here.</summary>
    [JsonConverter(typeof(OnePerLine))]
    public required IReadOnlyList<CanonicalJson> Points { get; init; }

    /// <summary>How many points are of older code; null when none is.</summary>
    [JsonIgnore]
    public int? OlderPoints => Points.Count > Current.Count ? Points.Count - Current.Count : null;

    /// <summary>What people call the owner of the directory.</summary>
    [JsonIgnore]
    public string Owner => $"'{Sweep}' of the assembly '{Assembly.Name}'";

    /// <summary>
    /// Whether both say the same of the sweep, whatever older points they list and whichever build says it: machines that build
    /// for themselves have builds that differ and say the same.
    /// </summary>
    public bool SaysTheSameAs(Manifest other) =>
        Objective == other.Objective
        && Parameters.SequenceEqual(other.Parameters)
        && AxesAreThoseOf(other)
        && Current.SequenceEqual(other.Current);

    private bool AxesAreThoseOf(Manifest other) => Axes is null || other.Axes is null
        ? Axes == other.Axes
        : Axes.Select(a => a.Name).SequenceEqual(other.Axes.Select(a => a.Name))
            && Axes.Zip(other.Axes).All(a => a.First.Values.SequenceEqual(a.Second.Values));

    /// <summary>Indices as one text, such as <c>0-17,20</c>.</summary>
    internal sealed class AsRanges : JsonConverter<IReadOnlyList<int>>
    {
        public override IReadOnlyList<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String)
                throw new JsonException("a text such as \"0-17,20\" was expected.");
            var text = reader.GetString()!;
            if (text.Length == 0)
                return [];
            return PointRanges.TryParse(text, out var wrong) is { } points
                ? [.. points.Distinct().Order()]
                : throw new JsonException($"a text such as \"0-17,20\" was expected, but '{wrong}' is no index and no range.");
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<int> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(PointRanges.Format(value));
    }

    /// <summary>One point a line, so that people can find theirs in an editor.</summary>
    internal sealed class OnePerLine : JsonConverter<IReadOnlyList<CanonicalJson>>
    {
        public override IReadOnlyList<CanonicalJson> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            CanonicalJson.ReadArray(ref reader);

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<CanonicalJson> value, JsonSerializerOptions options) =>
            writer.WriteRawValue($"[\n    {string.Join(",\n    ", value)}\n  ]", skipInputValidation: true);
    }
}

/// <summary>A parameter as the manifest names it.</summary>
internal sealed record ManifestParameter(string Name, string Type);

/// <summary>An axis as the manifest lists it.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Values">Its values, in order.</param>
internal sealed record ManifestAxis(string Name, [property: JsonConverter(typeof(ManifestAxis.OnOneLine))] IReadOnlyList<CanonicalJson> Values)
{
    /// <summary>All values on one line.</summary>
    internal sealed class OnOneLine : JsonConverter<IReadOnlyList<CanonicalJson>>
    {
        public override IReadOnlyList<CanonicalJson> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            CanonicalJson.ReadArray(ref reader);

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<CanonicalJson> value, JsonSerializerOptions options) =>
            writer.WriteRawValue($"[{string.Join(", ", value)}]", skipInputValidation: true);
    }
}

/// <summary>Which build of the user's code was at work.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="ModuleId">Its module version id: equal for the same build, different for another.</param>
internal sealed record AssemblyStamp(string Name, string Version, string ModuleId);
