using MultiRunner.Format;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>Sweeps in several conditions, as their directories look.</summary>
internal static class SampleSweeps
{
    public const string NodeA = "alpha-4711-3fa2";
    public const string NodeB = "beta-1709-9bc0";
    public const string NodeC = "gamma-88-77aa";

    /// <summary>18 points, all finished by two workers; accuracy is to be maximised.</summary>
    public static SweepOnDisk Complete()
    {
        var sweep = Penguins(new Objective("accuracy", Maximize: true), out var points);
        for (var i = 0; i < points; i++)
            FinishPenguins(sweep, i);
        sweep.Worker(NodeA, 9, 0, 33.5);
        sweep.Worker(NodeB, 9, 0, 37.25);
        return sweep;
    }

    /// <summary>18 points by their loss: 13 finished, one of them with NaN and one with a damaged file; two failed, one is running, two are to run.</summary>
    public static SweepOnDisk Troubled()
    {
        var sweep = Penguins(new Objective("logLoss", Maximize: false), out _);
        for (var i = 0; i < 13; i++)
            FinishPenguins(sweep, i);
        sweep.Finish(3, NodeA, 2.5, ("accuracy", 0.33), ("logLoss", double.NaN));
        sweep.Write(SweepLayout.Result(5), "{\"format\":1,\"point\":5,\"metr"u8);
        sweep.Error(2, NodeB, 1, "System.IO.IOException", "The disk said no.");

        sweep.Move(13, PointState.Failed);
        sweep.Error(13, NodeA, 1, "System.InvalidOperationException", "The loss is NaN after 3 epochs.\nTry a lower learning rate.");
        sweep.Error(13, NodeB, 2, "System.InvalidOperationException", "The loss is NaN after 3 epochs.\nTry a lower learning rate.");
        sweep.Crash(13, NodeC, NodeA);
        sweep.Move(14, PointState.Failed);
        for (var n = 1; n <= 3; n++)
            sweep.Error(14, NodeB, n, "System.OutOfMemoryException", "Insufficient memory to continue the execution of the program.");
        sweep.Move(15, PointState.Running, NodeA);
        sweep.Error(16, NodeB, 1, "System.TimeoutException", "No answer for 30 s.");

        sweep.Worker(NodeA, 7, 1, 4321, WorkerStates.Running);
        sweep.Worker(NodeB, 6, 6, 250.5, WorkerStates.Stopped, "it had 5 errors (MaxErrors is 5); the last was System.TimeoutException: No answer for 30 s.");
        sweep.Worker(NodeC, 0, 0, 12, WorkerStates.Running);
        return sweep;
    }

    /// <summary>No objective; file sizes and times; rows that were listed one by one.</summary>
    public static SweepOnDisk WithoutObjective()
    {
        var sweep = new SweepOnDisk();
        sweep.Rows(
            "Archive.Compression.Pack",
            null,
            ["algorithm", "level", "dictionary"],
            ["brotli", 1, null], ["brotli", 5, null], ["brotli", 11, "words.txt"], ["deflate", 1, null], ["deflate", 5, null], ["deflate", 9, null]);
        double[] bytes = [1_234_567, 1_100_321, 987_654, 1_400_001, 1_250_000, 1_249_876];
        for (var i = 0; i < bytes.Length; i++)
            sweep.Finish(i, NodeA, 0.05 * (i + 1), ("bytes", bytes[i]), ("ratio", bytes[i] / 3_000_000), ("secondsPerMegabyte", 0.000012345 * (i + 1)));
        sweep.Worker(NodeA, 6, 0, 1.05);
        return sweep;
    }

    /// <summary>Nothing has finished yet.</summary>
    public static SweepOnDisk JustBegun()
    {
        var sweep = Penguins(new Objective("accuracy", Maximize: true), out _);
        sweep.Move(4, PointState.Running, NodeA);
        sweep.Worker(NodeA, 0, 0, 0, WorkerStates.Running);
        return sweep;
    }

    /// <summary>Six configurations of five repeats each: one lacks two of them, one cannot be told from the best, and one parameter is constant.</summary>
    public static SweepOnDisk Repeated()
    {
        var sweep = new SweepOnDisk();
        var points = sweep.Axes(
            "Networks.Training.Train",
            new Objective("accuracy", Maximize: true),
            ("activation", ["relu", "tanh", "sigmoid"]),
            ("layers", [1, 2]),
            ("epochs", [20]),
            ("seed", [1, 2, 3, 4, 5])).Count;
        sweep.Repeat("seed");
        double[] levels = [0.9, 0.899, 0.87, 0.901, 0.8, 0.85];
        double[] bySeed = [0.004, -0.003, 0.001, -0.004, 0.002];
        double[] own = [0.001, -0.0012, 0.0004, 0.0007, -0.0009, 0.0003, -0.0005];
        for (var i = 0; i < points; i++)
        {
            if (i is not (13 or 14))
                sweep.Finish(i, i % 2 == 0 ? NodeA : NodeB, 2 + (0.25 * i), ("accuracy", Math.Round(levels[i / 5] + bySeed[i % 5] + own[i * 3 % 7], 6)), ("parameters", 1000 + (i / 5 % 2 * 500)));
        }

        sweep.Move(13, PointState.Failed);
        sweep.Worker(NodeA, 14, 0, 60);
        sweep.Worker(NodeB, 14, 0, 70);
        return sweep;
    }

    /// <summary>24 points that were drawn at random, each with a rate of its own, and one beside them. The score depends on the rate.</summary>
    public static SweepOnDisk Drawn()
    {
        var sweep = new SweepOnDisk();
        string[] optimizers = ["sgd", "adam", "lion"];
        object?[][] rows = [.. Enumerable.Range(0, 24).Select(i => new object?[] { optimizers[i * 5 % 7 % 3], 0.5 + (i * 11 % 24 * 0.25) })];
        sweep.Rows("Drawn.Training.Train", new Objective("score", Maximize: true), ["optimizer", "rate"], [.. rows, ["sgd", 0.01]]);
        sweep.Edit(m => m with { Grid = new ManifestGrid("Random", 24, 7, Combinations: null, ["Where = Fits"], Conditions: null, ExtraRows: 1) });
        for (var i = 0; i < 25; i++)
        {
            var rate = i == 24 ? 0.01 : (double)rows[i][1]!;
            sweep.Finish(i, NodeA, 1 + i, ("score", Math.Round(rate - (rate * rate / 9) + (i % 5 * 0.01), 6)));
        }

        sweep.Worker(NodeA, 25, 0, 325);
        return sweep;
    }

    /// <summary>Texts that CSV, Markdown or a terminal could trip over, and parameters named like columns of the report.</summary>
    public static SweepOnDisk Awkward()
    {
        var sweep = new SweepOnDisk();
        string?[] texts = ["plain", "a, b", "say \"hi\"", "a|b *c* _d_ <i>e</i> `f`", "two\nlines\r\nand\ttab", "", "12", null, " padded ", "Größe 漢字 🐧", "null", new string('x', 100)];
        sweep.Rows("Awkward.Names.Of_Things", new Objective("Score", Maximize: true), ["text", "worker"], [.. texts.Select((t, i) => new object?[] { t, i % 2 == 0 })]);
        for (var i = 0; i < texts.Length; i++)
            sweep.Finish(i, NodeA, 59.96 * (i + 1) * (i + 1), ("seconds", i), ("score", i == 5 ? double.NegativeInfinity : 1.0 / (i + 3)), ("text", 0.1 + 0.2));
        sweep.Worker(NodeA, texts.Length, 0, 200_000);
        return sweep;
    }

    /// <summary>More values, metrics, failed points and workers than a person wants to read.</summary>
    public static SweepOnDisk Crowded()
    {
        var sweep = new SweepOnDisk();
        sweep.Axes("Crowded.Sweep.Run", null, ("size", [.. Enumerable.Range(1, 30).Cast<object?>()]), ("seed", [1, 2]));
        for (var i = 0; i < 48; i++)
            sweep.Finish(i, NodeA, 3600 + i, [.. Enumerable.Range(1, 8).Select(m => ($"metric{m}", (double)i * m))]);
        for (var i = 48; i < 60; i++)
        {
            sweep.Move(i, PointState.Failed);
            for (var w = 1; w <= 7; w++)
                sweep.Error(i, $"node{w}-1-aaaa", 1, "System.AggregateException", string.Join('\n', Enumerable.Range(1, 12).Select(line => $"Line {line} of the message.")));
        }

        for (var w = 1; w <= 25; w++)
            sweep.Worker($"node{w}-1-aaaa", w, 0, 1000 * w);
        return sweep;
    }

    private static SweepOnDisk Penguins(Objective objective, out int points)
    {
        var sweep = new SweepOnDisk();
        points = sweep.Axes(
            "PenguinTrees.Training.Train",
            objective,
            ("trees", [5, 20, 60]),
            ("leaves", [2, 4, 8]),
            ("learningRate", [0.05, 0.2])).Count;
        return sweep;
    }

    private static void FinishPenguins(SweepOnDisk sweep, int i)
    {
        // Points 5 and 13 are equally accurate.
        var accuracy = Math.Round(0.9 + ((i == 13 ? 17 : i * 7 % 18) * 0.00512345), 6);
        sweep.Finish(i, i % 2 == 0 ? NodeA : NodeB, Math.Round(1.25 + (0.33 * i), 3), ("accuracy", accuracy), ("logLoss", Math.Round(1.5 - (i * 7 % 18 * 0.00512345), 6)));
    }
}
