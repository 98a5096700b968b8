using System.Globalization;

namespace MultiRunner.Tests.Running;

/// <summary>One sweep that several worker processes share, as it can be seen from outside while they run.</summary>
/// <param name="root">Where it is.</param>
/// <param name="method">Its class and method, such as <c>Quick.Run</c>.</param>
internal sealed class SharedSweep(TempRoot root, string method)
{
    /// <summary>Its directory.</summary>
    public string Directory => Path.Combine(root.Sweeps, $"Subjects.{method}");

    /// <summary>The filter that selects it.</summary>
    public string Filter => $"FullyQualifiedName=Subjects.{method}";

    /// <summary>The names in <c>ini</c> of points; none before the sweep is made.</summary>
    public IReadOnlyList<string> States
    {
        get
        {
            var ini = Path.Combine(Directory, "ini");
            return System.IO.Directory.Exists(ini)
                ? [.. System.IO.Directory.EnumerateFiles(ini).Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0]))!]
                : [];
        }
    }

    /// <summary>The points, by index, that a process runs.</summary>
    public IReadOnlyList<int> RunningIn(int processId) =>
    [
        .. States.Where(name => name.Contains("_running.", StringComparison.Ordinal) && name.Split('-')[^2] == processId.ToString(CultureInfo.InvariantCulture))
            .Select(name => int.Parse(name.Split('_')[0], CultureInfo.InvariantCulture)),
    ];

    /// <summary>How often points were begun.</summary>
    public int Executions => System.IO.Directory.GetFiles(root.Executions, $"{method.Split('.')[1]}.*").Length;

    /// <summary>Starts one more worker.</summary>
    public WorkerProcess Join(params (string Name, string? Value)[] environment) => Join([], environment);

    /// <summary>Starts one more worker at it, with options of the test executable.</summary>
    public WorkerProcess Join(IReadOnlyList<string> options, params (string Name, string? Value)[] environment) =>
        WorkerProcess.Start(Host.Executable, root, Filter, options, environment: environment);

    /// <summary>Waits until something can be seen, for far longer than it takes.</summary>
    public async Task Until(Func<SharedSweep, bool> isSo, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!isSo(this))
        {
            if (TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromMinutes(4))
                Assert.Fail($"In vain waited for: {what}. There is: {string.Join(", ", States)}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>
    /// Everything is there, once, and nothing else: each point finished, with its own whole result, and no temporary file but
    /// those that workers which were killed had no chance to remove.
    /// </summary>
    /// <param name="points">How many points it has.</param>
    /// <param name="killed">The process ids of the workers that were killed.</param>
    public SweepSnapshot AssertComplete(int points, params IEnumerable<int> killed)
    {
        var sweep = AssertFinished(points);
        Assert.All(Enumerable.Range(0, points), n => Assert.Equal(n + 1, sweep.Result(n).GetProperty("metrics").GetProperty("result").GetInt32()));
        var dead = killed.Select(id => $"-{id.ToString(CultureInfo.InvariantCulture)}-").ToList();
        Assert.DoesNotContain(sweep.Names("").Where(path => path.Split('/').Any(name => name[0] == '.')), path => !dead.Exists(path.Contains));
        return sweep;
    }

    /// <summary>Each point is finished and has its whole result, and there is no other result.</summary>
    public SweepSnapshot AssertFinished(int points)
    {
        var sweep = AssertNothingHalfDone();
        Assert.Equal([.. Enumerable.Range(0, points).Select(n => $"{n}_finished")], sweep.Names("ini/").Where(name => char.IsAsciiDigit(name[0])).OrderBy(name => int.Parse(name.Split('_')[0], CultureInfo.InvariantCulture)));
        Assert.Equal(Enumerable.Range(0, points).Select(n => $"{n}.json").Order(StringComparer.Ordinal), sweep.Results.Where(name => name[0] != '.'));
        return sweep;
    }

    /// <summary>Every point has one state file, every result that can be seen is whole, and every finished point has one.</summary>
    public SweepSnapshot AssertNothingHalfDone()
    {
        var sweep = SweepSnapshot.Take(Directory);
        Assert.Equal(sweep.Points.Count, sweep.States.Select(name => name.Split('_')[0]).Distinct().Count());
        Assert.Equal(sweep.Points.Count, sweep.States.Count);
        foreach (var name in sweep.Results.Where(name => name[0] != '.'))
        {
            var point = int.Parse(name.Split('.')[0], CultureInfo.InvariantCulture);
            Assert.Equal(point, sweep.Result(point).GetProperty("point").GetInt32());
        }

        foreach (var name in sweep.States.Where(name => name.EndsWith("_finished", StringComparison.Ordinal) && sweep.Names("ini/").Contains(name)))
            Assert.Contains($"{name.Split('_')[0]}.json", sweep.Results);
        return sweep;
    }
}
