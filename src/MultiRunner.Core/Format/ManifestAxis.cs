using System.Text.Json.Serialization;
using MultiRunner.Grids;

namespace MultiRunner.Format;

/// <summary>An axis as the manifest lists it.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Values">Its values, in order.</param>
internal sealed record ManifestAxis(
    string Name, [property: JsonConverter(typeof(OnOneLineConverter))] IReadOnlyList<CanonicalJson> Values);
