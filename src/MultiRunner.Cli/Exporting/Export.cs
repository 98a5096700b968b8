using MultiRunner.Cli.Commands;
using MultiRunner.Reports.Exporting;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Cli.Exporting;

/// <summary>Exports sweeps to a file, to files in a directory, or to standard output.</summary>
/// <param name="format">The format.</param>
/// <param name="output">The file or the directory; null for standard output.</param>
/// <param name="context">What the command sees of its process.</param>
internal sealed class Export(ExportFormat format, string? output, CliContext context)
{
    /// <summary>Reads and writes all of them, and returns the exit code.</summary>
    /// <param name="sweeps">The sweep directories.</param>
    /// <param name="request">Which points are wanted.</param>
    /// <exception cref="UsageException">The output does not fit the format, or the filter does not fit a sweep.</exception>
    public async ValueTask<int> Run(IReadOnlyList<string> sweeps, ReportRequest request)
    {
        var target = new ExportTarget(format, output is null ? null : Path.GetFullPath(output, context.Directory), output);
        target.Check(sweeps);
        var reports = new List<SweepReport>();
        foreach (var sweep in sweeps)
            reports.Add(await Read(sweep, request));
        if (format.TakesSeveral)
        {
            await Write([.. reports.Select(report => new ExportedSweep(report))], target.FileOf(sweeps));
            return ExitCodes.Success;
        }

        for (var i = 0; i < sweeps.Count; i++)
            await Write([new ExportedSweep(reports[i])], target.FileOf([sweeps[i]]));
        return ExitCodes.Success;
    }

    private async ValueTask<SweepReport> Read(string sweep, ReportRequest request)
    {
        var directory = SweepPath.Open(sweep, context);
        var report = await CurrentReport.Read(directory, context.Time);
        foreach (var warning in report.WarningsOfReading)
            await context.Error.WriteLineAsync(Display.Line($"{sweep}: {warning}"));
        return (await request.At(directory, sweep, context)).Of(report);
    }

    private async ValueTask Write(IReadOnlyList<ExportedSweep> sweeps, string? file)
    {
        if (file is null)
        {
            using var content = new MemoryStream();
            format.Write(sweeps, content);
            content.Position = 0;
            using var reader = new StreamReader(content);
            await context.Out.WriteAsync(await reader.ReadToEndAsync());
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        WholeFile.Write(file, stream => format.Write(sweeps, stream));

        // It may be the same output.
        if (!WholeFile.IsStream(file))
            await context.Out.WriteLineAsync(Display.Line(file));
    }
}
