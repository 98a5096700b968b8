namespace MultiRunner.Format;

/// <summary>A parameter as the manifest names it.</summary>
/// <param name="Name">Its name, as in the code.</param>
/// <param name="Type">The name of its .NET type.</param>
internal sealed record ManifestParameter(string Name, string Type);
