using System.Xml.Linq;
using MultiRunner.Core.Tests.Schemas;
using MultiRunner.Format;

namespace MultiRunner.Cli.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private readonly SweepOnDisk sweep = EverythingSweep.Create();

    public void Dispose() => sweep.Dispose();

    [Theory]
    [InlineData("csv", SweepLayout.CsvReport)]
    [InlineData("json", SweepLayout.JsonReport)]
    public async Task A_table_is_what_the_report_has_byte_for_byte(string format, string file)
    {
        await Run("report");

        var export = await Run("export", "--format", format);
        var toFile = await Run("export", "--format", format, "--output", $"out.{format}");

        Assert.Equal((0, ""), (export.Code, export.Error));
        Assert.Equal(File.ReadAllText(sweep.FullPath(file)), export.Out);
        Assert.Equal(sweep.FullPath($"out.{format}") + "\n", toFile.Out);
        Assert.Equal(File.ReadAllBytes(sweep.FullPath(file)), File.ReadAllBytes(sweep.FullPath($"out.{format}")));
    }

    [Fact]
    public async Task Some_points_can_be_exported_alone()
    {
        var export = await Run("export", "--format", "junit", "--where", "state = failed");

        Assert.Equal("Train(n: 3)", XDocument.Parse(export.Out).Descendants("testcase").Single().Attribute("name")!.Value);
    }

    [Fact]
    public async Task Test_results_of_several_sweeps_are_one_document_and_tables_are_a_file_each()
    {
        using var tree = new SweepTree();
        foreach (var name in new[] { "a", "b" })
        {
            Directory.CreateDirectory(Path.Combine(tree.Path, name, "ini"));
            File.Copy(sweep.FullPath(SweepLayout.Manifest), Path.Combine(tree.Path, name, SweepLayout.Manifest));
        }

        var one = await Run("export", tree.Path, "--format", "junit", "--output", "new/");
        var refused = await Run("export", tree.Path, "--format", "csv");
        var each = await Run("export", tree.Path, "--format", "csv", "--output", "new/");

        Assert.Equal(sweep.FullPath("new/sweeps.xml") + "\n", one.Out);
        Assert.Equal(2, XDocument.Load(sweep.FullPath("new/sweeps.xml")).Root!.Elements("testsuite").Count());
        Assert.Equal((2, ""), (refused.Code, refused.Out));
        Assert.StartsWith("A document of the format csv holds one sweep, but there are 2: '", refused.Error, StringComparison.Ordinal);
        Assert.Equal($"{sweep.FullPath("new/a.csv")}\n{sweep.FullPath("new/b.csv")}\n", each.Out);
        Assert.Equal(["a.csv", "b.csv", "sweeps.xml"], Directory.GetFiles(sweep.FullPath("new")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Two_sweeps_that_would_be_one_file_are_refused_with_both_paths()
    {
        using var tree = new SweepTree();
        var paths = new[] { "main/sweeps/a", "other/sweeps/a" }.Select(name => Path.Combine(tree.Path, name)).ToList();
        foreach (var path in paths)
        {
            Directory.CreateDirectory(Path.Combine(path, "ini"));
            File.Copy(sweep.FullPath(SweepLayout.Manifest), Path.Combine(path, SweepLayout.Manifest));
        }

        var refused = await Run("export", tree.Path, "--format", "csv", "--output", "new/");
        var one = await Run("export", tree.Path, "--format", "junit", "--output", "new/");

        Assert.Equal((2, ""), (refused.Code, refused.Out));
        Assert.StartsWith(
            $"Each sweep is exported to a file with the name of its directory, but '{sweep.FullPath("new/a.csv")}' would be that of "
            + $"'{paths[0]}', '{paths[1]}'. Export them one by one, with another --output for each.",
            refused.Error,
            StringComparison.Ordinal);
        Assert.Equal(0, one.Code);
        Assert.False(File.Exists(sweep.FullPath("new/a.csv")));
    }

    [Theory]
    [InlineData("export", "--format says in which format sweeps are exported, but it is missing. Give one of trx, junit, ctrf, csv, json.")]
    [InlineData("export --format pdf", "--format takes one of trx, junit, ctrf, csv, json, but it is 'pdf'. Give one of them.")]
    [InlineData("export --format junt", "--format takes one of trx, junit, ctrf, csv, json, but it is 'junt'. Give one of them. Did you mean 'junit'?")]
    [InlineData("export --formt junit", "'multirunner export' has no option '--formt'. Its options are --format, --output, --where. Did you mean '--format'?")]
    public async Task A_format_that_there_is_not_is_exit_code_2_with_those_that_there_are(string line, string message)
    {
        var export = await Run(line.Split(' '));

        Assert.Equal((2, ""), (export.Code, export.Out));
        Assert.Equal(message, export.Error.Split('\n')[0]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_exit_code_1()
    {
        sweep.Put("taken", "a file"u8);

        var export = await Run("export", "--format", "csv", "--output", "taken/out.csv");

        Assert.Equal((1, ""), (export.Code, export.Out));
        Assert.StartsWith("The export could not be written: ", export.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_stays_and_what_it_leads_to_is_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right of their own on Windows");
        Directory.CreateDirectory(sweep.FullPath("elsewhere"));
        sweep.Put("elsewhere/out.csv", "old"u8);
        File.CreateSymbolicLink(sweep.FullPath("out.csv"), "elsewhere/out.csv");

        var export = await Run("export", "--format", "csv", "--output", "out.csv");

        Assert.Equal((0, ""), (export.Code, export.Error));
        Assert.Equal("elsewhere/out.csv", new FileInfo(sweep.FullPath("out.csv")).LinkTarget);
        Assert.StartsWith("point,", File.ReadAllText(sweep.FullPath("elsewhere/out.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shell_is_told_the_formats()
    {
        const string Line = "export --format ";

        var suggested = await Run($"[suggest:{Line.Length}]", Line);

        Assert.Equal("csv ctrf json junit trx", string.Join(' ', suggested.Out.TrimEnd().Split('\n').Order(StringComparer.Ordinal)));
    }

    private Task<ToolResult> Run(params string[] line) => Tool.Run(sweep.Time, line, directory: sweep.FullPath(""));
}
