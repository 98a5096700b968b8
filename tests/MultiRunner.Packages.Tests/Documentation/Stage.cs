namespace MultiRunner.Tests.Packages.Documentation;

/// <summary>Where commands are run.</summary>
/// <param name="Directory">The current directory.</param>
/// <param name="Home">The home directory of the .NET SDK, with templates and tools of its own.</param>
/// <param name="Tools">A directory with the tool, for the PATH; null where a user would have to install it.</param>
public sealed record Stage(string Directory, string Home, string? Tools)
{
    /// <summary>The variables of the environment, as the command <c>env</c> takes them.</summary>
    internal IEnumerable<string> Variables =>
    [
        $"PATH={Tools ?? Path.Combine(Home, ".dotnet", "tools")}:{Environment.GetEnvironmentVariable("PATH")}",
        $"DOTNET_CLI_HOME={Home}",
        "DOTNET_NOLOGO=1",
        "DOTNET_CLI_TELEMETRY_OPTOUT=1",
        "DOTNET_GENERATE_ASPNET_CERTIFICATE=false",
        "DOTNET_ADD_GLOBAL_TOOLS_TO_PATH=false",
    ];
}
