using System.Text.Json.Serialization;

namespace MultiRunner.Format;

/// <summary>Tells one build of the user's code from another.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="ModuleId">Its module version id, which is equal within one build and differs between two.</param>
internal sealed record AssemblyStamp(
    [property: JsonRequired] string Name,
    [property: JsonRequired] string Version,
    [property: JsonRequired] string ModuleId)
{
    /// <summary>How many digits of the module id people are shown.</summary>
    public const int ShownDigits = 8;

    /// <summary>"1.2.0.0 (3f2a9c01)": the version and the first eight digits of the module id, for people.</summary>
    [JsonIgnore]
    public string Text => $"{Version} ({(ModuleId.Length > ShownDigits ? ModuleId[..ShownDigits] : ModuleId)})";
}
