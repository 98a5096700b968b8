using System.Text;
using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>The newest revision of the manifest cannot be read: reports and status use the one before, and workers refuse.</summary>
public class UnreadableRevisionTests
{
    private static readonly Objective Most = new("score", Maximize: true);

    [Theory]
    [InlineData("{", "'revisions/2/sweep.json' cannot be read: ")]
    [InlineData("null", "'revisions/2/sweep.json' cannot be read: ")]
    [InlineData(null, "'revisions/2/sweep.json' cannot be read: one of its parameters is null. Restore it.")]
    public async Task A_revision_that_cannot_be_read_is_passed_over_and_said(string? json, string reason)
    {
        using var sweep = Seeds(2);
        sweep.Finish(0, SampleSweeps.NodeA, 1, ("score", 1));
        Directory.CreateDirectory(sweep.FullPath(SweepLayout.Revision(2)));
        sweep.Write(SweepLayout.ManifestOf(2), json is null ? Revision(sweep, m => m with { Parameters = [null!] }) : Encoding.UTF8.GetBytes(json));

        var report = await sweep.Read();
        Assert.Equal("S.M", report.Sweep);
        Assert.Equal((2, 1), (report.Counts.Total, report.Counts.Finished));
        Assert.Equal(Most, report.Objective);
        Assert.Null(report.Basis);
        var warning = Assert.Single(report.Warnings);
        Assert.StartsWith(reason, warning, StringComparison.Ordinal);
        Assert.EndsWith(
            "Meanwhile the newest revision that can be read is used, 'ini/sweep.json': points, parameters and objective are those of older code.",
            warning,
            StringComparison.Ordinal);
        Assert.Contains("! 'revisions/2/sweep.json' cannot be read", TextReport.Print(report), StringComparison.Ordinal);

        var status = await new SweepStatusReader(sweep.Files, sweep.FullPath(""), WorkerProcess.Identify(), sweep.Time).Read();
        Assert.Equal("S.M", status.Sweep);
        Assert.Equal([warning], status.Warnings);
    }

    [Fact]
    public async Task Of_several_older_revisions_the_newest_that_can_be_read_is_used()
    {
        using var sweep = Seeds(2);
        foreach (var revision in new[] { 2, 3, 4 })
            Directory.CreateDirectory(sweep.FullPath(SweepLayout.Revision(revision)));
        sweep.Write(SweepLayout.ManifestOf(2), Revision(sweep, m => m with { Current = [1] }));
        sweep.Write(SweepLayout.ManifestOf(3), "}"u8);
        sweep.Write(SweepLayout.ManifestOf(4), "{"u8);

        var report = await sweep.Read();
        Assert.Equal([1], report.Points.Select(p => p.Index));
        var warning = Assert.Single(report.Warnings);
        Assert.StartsWith("'revisions/4/sweep.json' cannot be read", warning, StringComparison.Ordinal);
        Assert.Contains(" 'revisions/3/sweep.json' cannot be read", warning, StringComparison.Ordinal);
        Assert.Contains("the newest revision that can be read is used, 'revisions/2/sweep.json'", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_of_another_format_is_not_passed_over()
    {
        using var sweep = Seeds(2);
        Directory.CreateDirectory(sweep.FullPath(SweepLayout.Revision(2)));
        sweep.Write(SweepLayout.ManifestOf(2), "{\"format\":999}"u8);

        Assert.StartsWith("'revisions/2/sweep.json' has format 999", Assert.Single((await sweep.Read()).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_refuses_a_revision_that_cannot_be_read()
    {
        using var sweep = Seeds(2);
        Directory.CreateDirectory(sweep.FullPath(SweepLayout.Revision(2)));
        sweep.Write(SweepLayout.ManifestOf(2), "{"u8);

        var refused = await Assert.ThrowsAsync<SweepDirectoryException>(async () => await ManifestReader.ReadNewest(sweep.Files));
        Assert.StartsWith("'revisions/2/sweep.json' cannot be read", refused.Message, StringComparison.Ordinal);
    }

    private static SweepOnDisk Seeds(int count)
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("S.M", Most, ("seed", [.. Enumerable.Range(0, count).Cast<object?>()]));
        return sweep;
    }

    private static byte[] Revision(SweepOnDisk sweep, Func<Manifest, Manifest> change) => JsonSerializer.SerializeToUtf8Bytes(
        change(JsonSerializer.Deserialize(File.ReadAllBytes(sweep.FullPath(SweepLayout.Manifest)), SweepJson.Readable.Manifest)!),
        SweepJson.Readable.Manifest);
}
