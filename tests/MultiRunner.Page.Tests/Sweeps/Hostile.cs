using System.Text.Json;
using MultiRunner.Core.Tests.Reports;
using MultiRunner.Format;
using MultiRunner.Results;

namespace MultiRunner.Page.Tests.Sweeps;

/// <summary>
/// A sweep whose texts, all that there can be, would run script or break the page if they were taken for anything but text.
/// </summary>
internal static class Hostile
{
    /// <summary>What the script in the texts sets. A page where it is set has run it.</summary>
    public const string Sign = "hacked";

    public static readonly IReadOnlyList<string> Texts =
    [
        $"</script><script>window.{Sign}=1;alert(1)</script>",
        $"<img src=x onerror=\"window.{Sign}=2\">",
        $"\"><svg onload=\"window.{Sign}=3\">",
        $"'-window.{Sign}--'",
        $"javascript:window.{Sign}=4",
        "<!--<script>",
        "]]></style></title></textarea>",
        "&lt;b&gt; &amp; &#x3c;",
        "two\u2028lines\u2029and\nmore\r\n\ttab",
        "=HYPERLINK(\"http://host.invalid/\"&A1,\"free\")",
        "+1+1", "-2", "@SUM(A1)", "\tcell",
        "\u202Egnp.exe\u202C \u2066 \u200F mark",
        "\0\u0001\u001b[31m",
        $"${{window.{Sign}=5}} {{{{constructor.constructor('window.{Sign}=6')()}}}} `",
        "__proto__", "constructor", "toString", "",
        new string('W', 400),
        "Größe 漢字 🐧 e\u0301",
    ];

    public static SweepOnDisk Make()
    {
        var sweep = new SweepOnDisk();
        sweep.Rows(
            $"Hostile.Names<{Texts[0]}>.Of",
            new Objective(Texts[1], Maximize: true),
            ["text", Texts[0], "__proto__", Texts[9]],
            [.. Texts.Select((text, i) => new object?[] { text, i % 2 == 0 ? Texts[1] : Texts[2], text, i % 3 })]);
        for (var i = 0; i < Texts.Count; i++)
        {
            if (i % 4 == 3)
                Fail(sweep, i, Texts[i]);
            else
                Finish(sweep, i, Texts[i]);
        }

        var last = Texts.Count - 1;
        sweep.Move(last, PointState.ToRun);
        sweep.Skip(last, Workers.Alpha, Texts[1]);
        sweep.Worker(Workers.Alpha, 12, 3, 60);
        sweep.Worker(Workers.Beta, 0, 5, 1, WorkerStates.Stopped, Texts[0]);
        sweep.EditWorker(Workers.Beta, record => record with { Worker = record.Worker with { Host = Texts[1] } });
        return sweep;
    }

    private static void Finish(SweepOnDisk sweep, int point, string text)
    {
        sweep.Finish(
            point,
            Workers.Alpha,
            result => result with
            {
                Details = Texts.Distinct().ToDictionary(t => t, t => t + text),
                Curves = Texts.Take(3).ToDictionary(t => t, _ => (IReadOnlyList<CurvePoint>)[new(0, 1), new(1, double.NaN), new(2, point)]),
                Assembly = new AssemblyStamp(text, text, text),
            },
            (Texts[1], point),
            (Texts[0], -point),
            (Texts[9], point % 5),
            ("__proto__", point * 2));
        Artifacts.Write(
            sweep,
            point,
            $"<img src=x onerror=window.{Sign}=7>.png",
            $"javascript:window.{Sign}=8",
            "a b#c?d%20e&f.txt",
            "\"quoted\"/'x'.txt");
    }

    private static void Fail(SweepOnDisk sweep, int point, string text)
    {
        sweep.Move(point, PointState.Failed);
        var attempt = new AttemptRecord
        {
            Point = point,
            Worker = Workers.Alpha,
            Kind = "error",
            Error = new AttemptError(text, $"{text}\n{Texts[0]}", $"   at {text}\n{Texts[1]}"),
            Started = SweepOnDisk.Start.AddSeconds(point),
            Seconds = 1,
        };
        sweep.Write(
            SweepLayout.Attempt(point, Workers.Alpha, 1),
            JsonSerializer.SerializeToUtf8Bytes(attempt, SweepJson.Readable.AttemptRecord));
    }
}
