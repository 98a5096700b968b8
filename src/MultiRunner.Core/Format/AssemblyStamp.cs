namespace MultiRunner.Format;

/// <summary>Tells one build of the user's code from another.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="ModuleId">Its module version id, which is equal within one build and differs between two.</param>
internal sealed record AssemblyStamp(string Name, string Version, string ModuleId);
