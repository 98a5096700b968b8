namespace MultiRunner.Tests.Packages;

/// <summary>A new directory of somebody else's, outside of this repository, whose NuGet knows the packages.</summary>
public class UserDirectory : IDisposable
{
    // What commands leave beside the directory, such as a copy of it, is nobody else's and goes with it.
    private readonly string parent = System.IO.Directory.CreateTempSubdirectory("multirunner-user-").FullName;
    private readonly Feed feed;

    internal UserDirectory(Feed feed)
    {
        this.feed = feed;
        Directory = Path.Combine(parent, "work");
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{feed.Packages}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>Its full path.</summary>
    public string Directory { get; }

    /// <summary>Writes a file of theirs.</summary>
    public void Write(string name, string content)
    {
        var path = Path.Combine(Directory, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>Runs a command in the directory.</summary>
    public Task<(int ExitCode, string Console)> Run(string program, params IEnumerable<string> arguments) => RunIn("", program, arguments);

    /// <summary>Runs a command in a directory below it.</summary>
    public Task<(int ExitCode, string Console)> RunIn(string name, string program, params IEnumerable<string> arguments) =>
        Dotnet.Run(program, Path.Combine(Directory, name), feed.Cache, arguments);

    /// <summary>Runs <c>dotnet</c> in a directory below it, and returns what it printed. Any exit code except 0 fails the test.</summary>
    public async Task<string> Succeed(string name, params IEnumerable<string> arguments)
    {
        var (exitCode, console) = await RunIn(name, "dotnet", arguments);
        Assert.True(exitCode == 0, console);
        return console;
    }

    public void Dispose()
    {
        System.IO.Directory.Delete(parent, recursive: true);
        GC.SuppressFinalize(this);
    }
}
