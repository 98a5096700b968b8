namespace MultiRunner.Cli.Tests;

/// <summary>The tool, called in this process.</summary>
internal static class Tool
{
    /// <summary>Runs a command line at the time, and with the haste, of <paramref name="time"/>.</summary>
    public static async Task<ToolResult> Run(TimeProvider time, string[] arguments, string? directory = null, params (string Name, string Value)[] variables)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new CliContext(
            output,
            error,
            name => variables.FirstOrDefault(v => v.Name == name).Value,
            directory ?? Path.GetTempPath(),
            time,
            IsTerminal: false);
        var code = await CommandLine.Run(arguments, context);
        return new ToolResult(code, output.ToString(), error.ToString());
    }
}

/// <summary>What came of a command line.</summary>
internal sealed record ToolResult(int Code, string Out, string Error);
