using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace MultiRunner.Gpus;

/// <summary>Runs a program that answers a question and ends.</summary>
internal static class ToolProcess
{
    // Where its persistence daemon does not run, nvidia-smi wakes every GPU first, which takes seconds on a large host.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const int LongestQuote = 300;

    /// <summary>Runs the program. It returns what the program wrote, and why that is no answer, or null when it is one.</summary>
    public static (string Output, string? Problem) Run(string path, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!Task.WhenAll(output, errors).Wait(Patience) || !process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return ("", string.Create(CultureInfo.InvariantCulture, $"'{path}' did not answer within {Patience.TotalSeconds} s"));
            }

            return process.ExitCode == 0
                ? (output.Result, null)
                : ("", string.Create(CultureInfo.InvariantCulture, $"'{path}' failed with exit code {process.ExitCode} and "
                    + $"{Quote(output.Result + errors.Result)}"));
        }
        catch (Win32Exception e)
        {
            return ("", $"'{path}' cannot be started ({e.Message})");
        }
    }

    /// <summary>The output as a message quotes it on one line: wrote "...".</summary>
    public static string Quote(string output)
    {
        var text = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? "wrote nothing" : $"wrote \"{(text.Length > LongestQuote ? text[..LongestQuote] + " ..." : text)}\"";
    }
}
