using System.Diagnostics;

namespace MultiRunner.Tests.Packages;

/// <summary>Runs <c>dotnet</c>, or another program, as a user does who knows nothing of this repository.</summary>
internal static class Dotnet
{
    // Far longer than any of it takes on a busy machine: it ends what hangs, and nothing else.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public static async Task<(int ExitCode, string Console)> Run(string program, string directory, string cache, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };

        // What `dotnet test` hands to the tests that it runs would tell the inner one to behave otherwise.
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("MULTIRUNNER_", StringComparison.Ordinal) || n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || n.StartsWith("VSTEST", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);

        // On a machine that is busy enough any point may look like a straggler.
        start.Environment["MULTIRUNNER_SPECULATION"] = "Never";
        start.Environment["NUGET_PACKAGES"] = cache;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await Task.WhenAll(output, errors).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{program} {string.Join(' ', arguments)}' did not end.");
        }

        return (process.ExitCode, await output + await errors);
    }
}
