using System.Text.Json.Serialization;

namespace MultiRunner.Format;

/// <summary>A parameter as the manifest names it.</summary>
/// <param name="Name">Its name, as in the code.</param>
/// <param name="Type">The name of its .NET type.</param>
/// <param name="Repeat">
/// True when its values only tell the repeats of one configuration apart, such as the seed of a random number generator. It is null
/// for every other parameter.
/// </param>
internal sealed record ManifestParameter([property: JsonRequired] string Name, [property: JsonRequired] string Type, bool? Repeat = null);
