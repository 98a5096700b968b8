using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class DisplayTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(0.123456789, "0.123457")]
    [InlineData(0.0000123456789, "1.23457E-05")]
    [InlineData(123456.789, "123457")]
    [InlineData(0.9999996, "0.9999996")]
    [InlineData(12345.0004, "12345.0004")]
    [InlineData(1.00000000000002, "1")]
    [InlineData(12345678, "12345678")]
    [InlineData(12345678.9, "12345679")]
    [InlineData(-1e14, "-100000000000000")]
    [InlineData(1e20, "1E+20")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Numbers(double value, string text) => Assert.Equal(text, Display.Number(value));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.0123, "12 ms")]
    [InlineData(0.9996, "1.0 s")]
    [InlineData(12.34, "12.3 s")]
    [InlineData(59.96, "1 min 0 s")]
    [InlineData(185, "3 min 5 s")]
    [InlineData(3599.7, "1 h 0 min")]
    [InlineData(7510, "2 h 5 min")]
    [InlineData(86399, "1 d 0 h")]
    [InlineData(273600, "3 d 4 h")]
    [InlineData(double.NaN, "NaN s")]
    public void Durations(double seconds, string text) => Assert.Equal(text, Display.Seconds(seconds));

    [Theory]
    [InlineData(1, "point 0")]
    [InlineData(3, "points 0, 1 and 2")]
    [InlineData(12, "points 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more")]
    public void Lists_of_points(int count, string text) => Assert.Equal(text, Display.Points([.. Enumerable.Range(0, count)]));

    [Theory]
    [InlineData("\"adam\"", "adam")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("\"1e3\"", "\"1e3\"")]
    [InlineData("\"a = 1\"", "\"a = 1\"")]
    [InlineData("\"\\ud800\"", "\"\\ud800\"")]
    [InlineData("0.001", "0.001")]
    [InlineData("[1,2]", "[1,2]")]
    [InlineData("null", "null")]
    public void Arguments(string json, string text) => Assert.Equal(text, Display.Argument(new CanonicalJson(json)));

    [Fact]
    public void Control_characters_do_not_reach_a_terminal() => Assert.Equal([@"a\u001B[31mb", "c", "... 2 more lines"], Display.Lines("a\u001b[31mb\r\nc\nd\ne\n", most: 2));

    [Theory]
    [InlineData("two\nlines\tand \u2028more", "two lines and  more")]
    [InlineData("bell\a null\0 delete\u007F next\u0085", @"bell\u0007 null\u0000 delete\u007F next ")]
    [InlineData("a\u202Eb\u2066c\u2069d\u200Fe\u061Cf", @"a\u202Eb\u2066c\u2069d\u200Fe\u061Cf")]
    [InlineData("Größe 漢字 👩\u200D👩 \u05E9", "Größe 漢字 👩\u200D👩 \u05E9")]
    public void What_a_terminal_obeys_or_what_reorders_a_line_is_escaped(string text, string line) => Assert.Equal(line, Display.Line(text));

    [Fact]
    public async Task No_report_and_no_status_has_a_character_that_a_terminal_obeys()
    {
        const string Evil = "\u001B[31m\u202Eevil\r\n\u0007";
        using var sweep = new SweepOnDisk();
        sweep.Axes("Evil.Sweep.Run", null, ("text", [Evil, "plain", "failing", "skipping"]));
        sweep.Finish(0, "node-a-1-aaaa", 1, ("result", 1));
        sweep.Move(2, PointState.Failed);
        sweep.Error(2, "node-a-1-aaaa", 1, "System.Exception", Evil);
        sweep.Skip(3, "node-a-1-aaaa", Evil);
        sweep.Worker("node-a-1-aaaa", 1, 1, 1, reason: Evil);

        var report = await sweep.Read();
        var status = await new SweepStatusReader(sweep.Files, sweep.FullPath(""), WorkerProcess.Identify(), sweep.Time).Read();

        Assert.All(
            [TextReport.Print(report), MarkdownReport.Print(report), StatusText.Print(status)],
            text => Assert.DoesNotContain(text, c => c != '\n' && Escape.IsControl(c)));
    }

    [Fact]
    public void Shortening_keeps_surrogate_pairs_whole() => Assert.Equal("ab...", Display.Shortened("ab🐧🐧🐧", 6));

    [Fact]
    public void A_fence_is_longer_than_the_ticks_inside() => Assert.Equal("`````", Markdown.FenceFor(["a ```` b"]));
}
