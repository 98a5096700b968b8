using System.Text.Json;
using System.Text.Json.Serialization;
using MultiRunner.Grids;

namespace MultiRunner.Sweeps;

/// <summary>What <c>ini/sweep.json</c> holds: the sweep as its first worker saw it.</summary>
internal sealed record Manifest
{
    /// <summary>The version of the format that this code reads and writes. Described in docs/format.md.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of the format of the sweep directory.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Namespace, class and method.</summary>
    public required string Sweep { get; init; }

    /// <summary>The worker that made the directory; by it everyone sees whose of several attempts to make it came first.</summary>
    public required string Maker { get; init; }

    /// <summary>When, by the maker's clock.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Version and module id of the assembly with the sweep.</summary>
    public AssemblyStamp? Assembly { get; init; }

    /// <summary>The metric to maximise or minimise, or null.</summary>
    public Objective? Objective { get; init; }

    /// <summary>The parameters, in order.</summary>
    public required IReadOnlyList<ManifestParameter> Parameters { get; init; }

    /// <summary>The values of each parameter when the sweep is a product of axes; null when its rows were listed.</summary>
    public IReadOnlyList<ManifestAxis>? Axes { get; init; }

    /// <summary>How many of the points, from the first, have a state file; fewer than all only while points are being added.</summary>
    public required int Ready { get; init; }

    /// <summary>The arguments of each point by name; a point's index is its position here.</summary>
    [JsonConverter(typeof(OnePerLine))]
    public required IReadOnlyList<CanonicalJson> Points { get; init; }

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
