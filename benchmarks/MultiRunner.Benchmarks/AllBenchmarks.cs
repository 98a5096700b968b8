using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MultiRunner.Benchmarks;

/// <summary>
/// All benchmarks one after the other, and the page that shows what came out. Each runs in a process of its own, so that none has the
/// memory or the compiled code of another, and so that one that fails takes no other with it.
/// </summary>
internal static class AllBenchmarks
{
    private const string Page = "docs/benchmarks.md";
    private const string InMemory = "/dev/shm";

    /// <summary>Runs them and writes the page.</summary>
    /// <param name="directory">The directory on the disk that is to be measured; null for the current one.</param>
    /// <returns>The exit code: 1 when a benchmark failed, and 0 otherwise, whether the aims are met or not.</returns>
    public static async Task<int> Run(string? directory)
    {
        var root = Path.GetDirectoryName(DotNet.Project("src/MultiRunner.Core"))!;
        var page = Path.GetFullPath(Path.Combine(root, "../..", Page));
        var machine = await Machine.Describe(directory ?? ".");
        var clock = Stopwatch.GetTimestamp();
        var body = new StringBuilder();
        var aims = new List<(string Title, string Line)>();
        var failed = 0;
        foreach (var section in Sections(directory ?? "."))
        {
            await Console.Error.WriteLineAsync($"{DateTime.UtcNow:HH:mm:ss} {section.Title}");
            var (code, text) = await Once(section.Arguments);
            if (code != 0)
                failed++;
            body.Append(CultureInfo.InvariantCulture, $"\n## {section.Title}\n\n<!-- not run: it measures the machine -->\n```sh\n{Command(section)}\n```\n\n{text.Trim()}\n");
            if (code != 0)
                body.Append(CultureInfo.InvariantCulture, $"\n**This benchmark ended with exit code {code}**, and what it printed before is all there is.\n");
            aims.AddRange(text.Split('\n').Where(IsAim).Select(line => (section.Title, line)));
            await Write(hasEnded: false);
        }

        await Write(hasEnded: true);

        await Console.Error.WriteLineAsync(
            $"{Page}: {aims.Count(a => a.Line.StartsWith(Aim.Met, StringComparison.Ordinal))} of {aims.Count} aims are met, {failed} benchmarks failed.");
        return failed == 0 ? 0 : 1;

        // After each section, so that a run that is interrupted leaves what it has measured.
        Task Write(bool hasEnded) => File.WriteAllTextAsync(page, $"""
            # Benchmarks

            One run of one command wrote this page, in {Stopwatch.GetElapsedTime(clock).TotalMinutes:F0} minutes{(hasEnded ? "" : ", and was interrupted")}:

            <!-- not run: it takes half an hour, and measures the machine -->
            ```sh
            dotnet run -c Release --project benchmarks/MultiRunner.Benchmarks -- all
            ```

            What each benchmark does, and why so, is told in [benchmarks/README.md](../benchmarks/README.md). A figure with a range is a median with the
            smallest and the largest value, or with the quartiles where the table says so.

            {machine}

            | benchmark | aim |
            | --- | --- |
            {string.Join('\n', aims.Select(aim => $"| [{aim.Title}](#{Anchor(aim.Title)}) | {aim.Line} |"))}
            {body}
            """);
    }

    private static IEnumerable<Section> Sections(string directory) =>
    [
        new("The same work by others", "peers", directory),
        new("The protocol and a bare loop", "protocol", directory, "1"),
        new("The protocol in memory", "protocol", InMemory, "3"),
        new("Test runs", "tests", directory, "1"),
        new("Test runs in memory", "tests", InMemory, "3"),
        new("Test runs of many points", "tests-at-scale", directory, "10000", "1"),
        new("Discovery", "discovery", "100000", "1"),
        new("Few points of large spaces", "discovery", "spaces", "3"),
        new("The command line", "run", directory, "2"),
        new("Reports", "report", directory, "100000", "10"),
        new("Reports with long curves", "report", InMemory, "100000", "1000"),
        new("Makespan", "makespan"),
        new("A large fleet", "fleet"),
        new("Operations on the directory", "operations", "10000"),
        new("Large sweeps", "scale", directory, "100000"),
    ];

    private static bool IsAim(string line) =>
        new[] { Aim.Met, Aim.Missed, Aim.Open }.Any(begin => line.StartsWith(begin, StringComparison.Ordinal));

    /// <summary>The command as somebody types it, who measures the directory where they are.</summary>
    private static string Command(Section section) =>
        $"dotnet run -c Release --project benchmarks/MultiRunner.Benchmarks -- {string.Join(' ', section.Arguments.Select((a, i) => i > 0 && a.StartsWith('/') && a != InMemory ? "." : a))}";

    /// <summary>The anchor that GitHub makes of a heading.</summary>
    private static string Anchor(string title) =>
        string.Concat(title.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-')).Replace(' ', '-');

    private static async Task<(int Code, string Text)> Once(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var text = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            text.AppendLine(line);
            await Console.Out.WriteLineAsync(line);
        }

        await process.WaitForExitAsync();
        return (process.ExitCode, text.ToString());
    }
}
