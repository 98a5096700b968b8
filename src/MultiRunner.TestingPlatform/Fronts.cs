namespace MultiRunner.TestingPlatform;

/// <summary>Tells by the command line who shows what the test application says.</summary>
internal static class Fronts
{
    /// <summary>
    /// Who it is. <c>dotnet test</c> starts the application with <c>--server dotnettestcli</c>, and editors with another server.
    /// </summary>
    public static Front Of(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var parts = arguments[i].Split('=', ':');
            if (!parts[0].Equals("--server", StringComparison.OrdinalIgnoreCase))
                continue;
            var server = parts.Length > 1 ? parts[1] : arguments.ElementAtOrDefault(i + 1);
            return string.Equals(server, "dotnettestcli", StringComparison.OrdinalIgnoreCase) ? Front.DotnetTest : Front.Editor;
        }

        return Front.Console;
    }
}
