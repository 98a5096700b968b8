using System.Globalization;
using System.Text;
using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Scheduling;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>
/// Sees the directory as it really is, after every step, and knows what must hold. It takes the names apart by itself: they
/// are a contract with people, and a mistake of the library must not hide itself.
/// </summary>
internal sealed class Judge
{
    private const string ToRun = "_to_run";
    private const string Running = "_running.";
    private const string Committed = "_finished.";
    private const string Finished = "_finished";
    private const string Failed = "_failed";

    private readonly World world;
    private readonly PointHistory[] points;
    private readonly List<(byte[] Content, int Points)> manifests = [];
    private long seenVersion;

    public Judge(World world)
    {
        this.world = world;
        Archive = new ArchiveView(world);
        points = [.. Enumerable.Range(0, world.PointCount).Select(i => new PointHistory(i))];
        Turns = new TurnJudge(world);
    }

    /// <summary>What reruns have moved away.</summary>
    private ArchiveView Archive { get; }

    public TurnJudge Turns { get; }

    public IReadOnlyList<PointHistory> Points => points;

    private SimulatedFileSystem Files => world.Files;

    /// <summary>A result that nobody else makes.</summary>
    public MadeResult NewResult(int point, string worker, int attempt)
    {
        var made = points[point].Made;
        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"point\":{point},\"arguments\":{{\"x\":{point}}},\"seconds\":0.{point},\"worker\":\"{worker}\",\"attempt\":{attempt},\"made\":{made.Count}}}"));
        made.Add(new MadeResult(worker, content));
        return made[^1];
    }

    public void Started(SimulatedWorker worker, int point)
    {
        points[point].Executions++;
        if (!worker.Points.Contains(point))
            world.Violate($"{worker.Id} executes point {point}, which is not among its points");
    }

    /// <summary>What must hold whenever anything has changed.</summary>
    public void Look()
    {
        if (Files.Version == seenVersion)
            return;
        seenVersion = Files.Version;
        var ini = Files.In(SweepLayout.Ini);
        if (ini.Count == 0 && manifests.Count == 0)
            return;
        LookAtManifests();
        foreach (var worker in world.Workers)
            LookAtHeartbeat(worker);
        foreach (var point in points)
            point.StateFiles = 0;
        foreach (var name in ini.Keys)
            LookAtName(name);
        for (var revision = 2; revision <= manifests.Count; revision++)
        {
            foreach (var name in Files.In(SweepLayout.Revision(revision)).Keys)
                LookAtName(name);
        }

        foreach (var point in points.Take(manifests[^1].Points))
        {
            LookAtState(point);
            LookAtResult(point);
        }
    }

    /// <summary>What a worker takes for the manifest must be one that is, or was, in force.</summary>
    public void Expect(SimulatedWorker worker, Manifest read)
    {
        if (manifests.Count < read.Revision || !manifests[read.Revision - 1].Content.AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(read, SweepJson.Readable.Manifest)))
            world.Violate($"{worker.Id} works by a manifest that is not in force");
    }

    /// <summary>What a worker reports must be so.</summary>
    public void Expect(SimulatedWorker worker, PointOutcome outcome)
    {
        if (outcome is PointOutcome.Cancelled)
        {
            if (!worker.WasCancelled)
                world.Violate($"{worker.Id} says that it was cancelled, but was not");
            return;
        }

        var point = points[outcome.Point];
        var isTrue = outcome switch
        {
            PointOutcome.FinishedHere => point.IsDamaged || point.EverCommitted.Exists(made => made.Worker == worker.Id),
            PointOutcome.FinishedElsewhere there => point.IsDamaged ? point.Find(there.Result.ToArray()) is not null : point.EverPublished.Exists(made => there.Result.Span.SequenceEqual(made.Content)),
            PointOutcome.FailedForGood failed => point.EverFailed && failed.Attempts.All(a => a.Point == point.Point) && (failed.Attempts.Count >= world.Options.MaxAttempts || !world.Faults.IsCoherent || world.Reruns.Count > 0),
            PointOutcome.SkippedHere => worker.Skipped.Contains(point.Point) && (!world.Faults.IsCoherent || world.Reruns.Count > 0 || Files.Find(SweepLayout.Skip(point.Point, worker.Host)) is not null),
            PointOutcome.Unresolved => worker.WasToldToEnd || worker.Failures >= world.Options.MaxErrors || worker.Client.HasFailed,
            _ => false,
        };
        if (!isTrue)
            world.Violate($"{worker.Id} reports {outcome.GetType().Name} for point {point.Point}, which is not so");
    }

    /// <summary>What must hold when every worker has left or died.</summary>
    public void ExpectEndOfWorkers()
    {
        foreach (var point in points)
        {
            var wanted = world.Workers.Any(w => w.Points.Contains(point.Point)) ? 1 : 0;
            if (world.Faults.EachPointOnce && world.Options.Speculation == Speculation.Never && point.Executions != wanted)
                world.Violate($"point {point.Point} was executed {point.Executions} times, although nobody died, failed or fell silent");
        }

        Turns.ExpectEndOfWorkers();
        foreach (var worker in world.Workers.Where(w => w.HasLeft && !w.Client.HasFailed && w.HasShownItself))
        {
            if (!worker.WasCancelled && worker.Outcomes.Count != worker.Points.Count)
                world.Violate($"{worker.Id} has left without a word on some of its points");
            if (Files.Find($"workers/{worker.Id}.json")?.Content is not { } heartbeat || !Encoding.UTF8.GetString(heartbeat).Contains("\"exited\"", StringComparison.Ordinal))
                world.Violate($"{worker.Id} has left, but its heartbeat does not say so");
        }
    }

    /// <summary>What must hold at the very end, after a worker without any trouble has been through.</summary>
    public void ExpectCompleteSweep()
    {
        foreach (var point in points)
        {
            if (point.State is not (Finished or Failed) || (point.StateFiles != 1 && !point.IsDamaged))
                world.Violate($"point {point.Point} ends as '{point.State}'");
            if (world.Faults.EachAttemptCounts && world.Options.Speculation == Speculation.Never && point.Executions > world.Options.MaxAttempts * (1 + world.Reruns.Count))
                world.Violate($"point {point.Point} was executed {point.Executions} times, but has {world.Options.MaxAttempts} attempts");
            foreach (var made in point.EverCommitted.Where(made => !point.WasDamaged && point.Find(Files.Find($"results/{point.ResultName}")?.Content) != made && !Archive.Holds(point, made)))
                world.Violate($"a result of point {point.Point} that {made.Worker} made was committed and is neither published nor archived");
            if (point.State != Finished)
                continue;
            var result = point.Find(Files.Find($"results/{point.ResultName}")?.Content);
            if (result is null)
                world.Violate($"point {point.Point} ends as finished, without a whole result");
            var artifacts = Files.Find($"{SweepLayout.Artifacts(point.Point)}/model")?.Content;
            if (!point.IsDamaged && (artifacts is null ? result!.HasArtifacts && !Archive.MayHoldArtifactsOf(point, result) : point.Find(artifacts) != result))
                world.Violate($"the artifacts of point {point.Point} are not those of its result");
        }

        Turns.ExpectNoTurn();
        foreach (var directory in Files.Directories)
        {
            if (directory[0] == '.' && directory != SweepLayout.Making)
                ExpectReasonToLeave(directory, directory[(directory.LastIndexOf('-') + 1)..], isConstruction: true);
            if (directory.StartsWith(SweepLayout.Artifacts(0)[..9], StringComparison.Ordinal) || directory.StartsWith(SweepLayout.Archive, StringComparison.Ordinal))
                continue;
            foreach (var name in Files.In(directory).Keys.Where(n => n[0] == '.'))
                ExpectReasonToLeave($"{directory}/{name}", OwnerIn(name));
        }

        foreach (var name in Files.In(SweepLayout.Attempts).Keys.Where(n => n[0] != '.'))
            ExpectAttempt(name);
    }

    /// <summary>Somebody who knows no better deletes or damages a file, and perhaps another one later.</summary>
    public void Damage()
    {
        if (world.IsCalm)
            return;
        var point = points[world.Dice.Below(points.Length)];
        var paths = new List<string>();
        foreach (var directory in (ReadOnlySpan<string>)["ini", "results"])
        {
            foreach (var name in Files.In(directory).Keys.Where(n => n.TrimStart('.').StartsWith($"{point.Point}{(directory == "ini" ? '_' : '.')}", StringComparison.Ordinal)))
                paths.Add($"{directory}/{name}");
        }

        if (paths.Count > 0)
        {
            point.IsDamaged = point.WasDamaged = true;
            var path = paths[world.Dice.Below(paths.Count)];
            if (world.Dice.Chance(0.5) && Files.Find(path) is { Content.Length: > 0 } file)
                Files.SetContent(file, file.Content[..world.Dice.Below(file.Content.Length)], null);
            else
                Files.Delete(path);
            world.Trace.Add(null, "somebody damages", path);
        }

        if (world.Dice.Chance(0.6))
            world.Schedule(new SimulatedAction(null, Damage), world.Dice.Seconds(0, 200));
    }

    /// <summary>A revision, once it is there, stays what it is; the next one has all of its points.</summary>
    private void LookAtManifests()
    {
        for (var revision = 1; ; revision++)
        {
            var content = Files.Find(SweepLayout.ManifestOf(revision))?.Content;
            if (revision <= manifests.Count)
            {
                if (content != manifests[revision - 1].Content)
                    world.Violate($"revision {revision} of the manifest is missing, or is not what it was");
                continue;
            }

            if (content is null)
                break;
            using var manifest = JsonDocument.Parse(content);
            var count = manifest.RootElement.GetProperty("points").GetArrayLength();
            if (manifests.Count > 0 && count < manifests[^1].Points)
                world.Violate($"revision {revision} of the manifest has lost points");
            manifests.Add((content, count));
        }

        if (manifests.Count == 0)
            world.Violate("there are state files, but no manifest");
    }

    /// <summary>
    /// A living worker's heartbeat file is whole, its beat only grows, and a worker that said that it holds nothing does not take
    /// that back.
    /// </summary>
    private void LookAtHeartbeat(SimulatedWorker worker)
    {
        if (worker.IsDead || Files.Find($"workers/{worker.Id}.json")?.Content is not { } content || content == worker.LastHeartbeat?.Content)
            return;
        try
        {
            using var record = JsonDocument.Parse(content);
            var beat = record.RootElement.GetProperty("beat").GetInt64();
            var state = record.RootElement.GetProperty("state").GetString();
            if (worker.LastHeartbeat is var (_, before, isExited) && (beat < before || (isExited && state != "exited")))
                world.Violate($"the heartbeat of {worker.Id} went back from beat {before} to {beat}, which says '{state}'");
            worker.LastHeartbeat = (content, beat, state == "exited");
        }
        catch (JsonException)
        {
            world.Violate($"the heartbeat file of {worker.Id} is torn");
        }
    }

    private void LookAtName(string name)
    {
        if (name == SweepLayout.ManifestName || name[0] == '.')
            return;
        var underscore = name.IndexOf('_', StringComparison.Ordinal);
        if (underscore < 1 || !int.TryParse(name.AsSpan(0, underscore), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= points.Length)
        {
            world.Violate($"ini holds '{name}'");
            return;
        }

        // Of several, which only damage can lead to, the one that is furthest on counts.
        var point = points[index];
        var state = name.AsSpan(underscore);
        if (point.StateFiles++ == 0 || Progress(state) > Progress(point.NextState))
        {
            if (!state.SequenceEqual(point.NextState))
                point.NextState = state.ToString();
        }
    }

    private static int Progress(ReadOnlySpan<char> state) => state switch
    {
        ToRun => 0,
        Failed => 1,
        Finished => 4,
        _ => state.StartsWith(Committed, StringComparison.Ordinal) ? 3 : 2,
    };

    private void LookAtState(PointHistory point)
    {
        if (point.StateFiles > 1 && point.WasDamaged)
            point.IsDamaged = true; // Two workers restored it at the same moment: nothing but a lock could prevent that.
        if (point.StateFiles != 1 && !point.IsDamaged)
            world.Violate($"point {point.Point} has {point.StateFiles} state files");
        if (point.StateFiles == 0 || point.NextState == point.State)
            return;
        var (before, now) = (point.State, point.NextState!);
        point.State = now;
        if (now is not (ToRun or Finished or Failed) && world.Mutation?.HasOtherNames != true && !now.StartsWith(Running, StringComparison.Ordinal) && !now.StartsWith(Committed, StringComparison.Ordinal))
            world.Violate($"ini holds '{point.Point}{now}'");

        if (now.StartsWith(Finished, StringComparison.Ordinal))
            point.ResolvedAt = world.Now;
        else if (before?.StartsWith(Finished, StringComparison.Ordinal) == true && !point.IsDamaged)
            LookAtRerun(point, before, now);
        else if (before == Failed && now == ToRun)
            LookAtCheckpoints(point, isRerun: world.Reruns.Count == 1, point.ResolvedAt);

        if (IsInHand(now))
        {
            if (!IsInHand(before))
                point.TakenForRerunAt = Files.In(SweepLayout.Results).ContainsKey(point.ResultName) ? world.Now : null;
            if (before != Finished && !point.IsDamaged && !HasLostItsResult(point, before))
                world.Violate($"point {point.Point} was taken in hand as '{before}'");
        }
        else if (now.StartsWith(Committed, StringComparison.Ordinal))
        {
            var maker = now[Committed.Length..];
            var candidate = point.Find(Files.Find($"results/.{point.Point}.{maker}")?.Content);

            // W commits, and the reply is lost. A rerun publishes the result, archives it, and puts the point back. W claims the point; its
            // cache still shows the candidate, and W commits a second time. As its result is lost, the point is put back once more.
            if (candidate is null && !world.Faults.IsCoherent && point.EverCommitted.Exists(made => made.Worker == OwnerIn(maker) && Archive.Holds(point, made)))
                point.IsArchived = true;
            else if (!point.IsDamaged && (candidate is null || (point.Committed is not null && candidate != point.Committed)))
                world.Violate($"point {point.Point} was committed as '{now}' without a whole candidate, or a second time");
            point.Committed = candidate;
            if (candidate is not null)
                point.EverCommitted.Add(candidate);
        }

        if (now == Failed)
        {
            point.EverFailed = true;
            point.ResolvedAt = world.Now;
            var attempts = Files.In(SweepLayout.Attempts).Keys.Where(n => SweepLayout.PointOfAttempt(n) == point.Point).ToList();

            // A rerun archives the records of W's attempts and puts the point back. W runs it, and the attempt fails. W lists the records
            // from its cache, which still shows those from before the rerun, and counts them again.
            var shown = world.Faults.IsCoherent ? attempts.Count : attempts.Union(Archive.AttemptsAt(point.Point)).Count();
            if (shown < world.Options.MaxAttempts && !world.Reruns.Any(r => r.IsActive && r.Points.Contains(point.Point)))
                world.Violate($"point {point.Point} is failed after {attempts.Count} of {world.Options.MaxAttempts} attempts");
        }
    }

    /// <summary>The worker at the end of a name; the number of its attempt may follow it.</summary>
    private static string OwnerIn(string name)
    {
        var parts = name.Split('.');
        return parts[^1].All(char.IsAsciiDigit) ? parts[^2] : parts[^1];
    }

    /// <summary>Whether a committed point has neither a result nor a candidate any more, since they are in the archive.</summary>
    private bool HasLostItsResult(PointHistory point, string? state) =>
        point.IsArchived
        && state?.StartsWith(Committed, StringComparison.Ordinal) == true
        && !Files.In(SweepLayout.Results).ContainsKey(point.ResultName)
        && Files.Find($"results/.{point.Point}.{state[Committed.Length..]}") is null;

    /// <summary>Whether somebody has a finished point in hand to put it back: a rerun, or one that misses its result.</summary>
    private static bool IsInHand(string? state) =>
        state?.StartsWith(Committed, StringComparison.Ordinal) == true && WorkerIdentity.IsTool(state[Committed.Length..]);

    /// <summary>A finished point is put back only when its result is in the archive: by a rerun, or after one that died.</summary>
    private void LookAtRerun(PointHistory point, string before, string now)
    {
        if (now != ToRun || !point.IsArchived)
            world.Violate($"point {point.Point} was finished and now is '{now}'");
        if (IsInHand(before) && point.TakenForRerunAt is { } taken)
            LookAtCheckpoints(point, isRerun: true, taken);
        point.Committed = point.Published = null;
        point.IsArchived = false;
    }

    /// <summary>An attempt that finds what the one before the rerun left would publish the old result again.</summary>
    private void LookAtCheckpoints(PointHistory point, bool isRerun, long before)
    {
        if (isRerun && Files.In(SweepLayout.Checkpoints(point.Point)).Values.Any(entry => entry.Since < before))
            world.Violate($"point {point.Point} is to run again with old checkpoints");
    }

    private void LookAtResult(PointHistory point)
    {
        if (point.IsDamaged)
        {
            Heal(point);
            return;
        }

        var content = Files.In(SweepLayout.Results).TryGetValue(point.ResultName, out var entry) ? entry.File.Content : null;
        if (content is null && point.WasDamaged)
            return; // Set aside as unreadable by a worker whose cache is behind, and about to be put back.
        if (content is null && point.Published is { } moved && Archive.Holds(point, moved))
        {
            point.Published = null;
            point.IsArchived = true;
        }
        else if (content != point.Published?.Content)
        {
            var made = point.Find(content);
            if (point.Published is not null && made != point.Published)
                world.Violate($"the published result of point {point.Point} is gone, or is another one now");
            else if (made is null)
                world.Violate($"the published result of point {point.Point} is not a whole result");
            else if (made != point.Committed)
                world.Violate($"the published result of point {point.Point} is not the committed one");
            point.Published = made;
            if (made is not null)
                point.EverPublished.Add(made);
        }

        if (point.IsArchived && content is null)
            return;
        if (point.State == Finished && content is null)
            world.Violate($"point {point.Point} is finished, but has no result");
        else if (content is null && point.State?.StartsWith(Committed, StringComparison.Ordinal) == true && Files.Find($"results/.{point.Point}.{point.State[Committed.Length..]}") is null)
            world.Violate($"point {point.Point} is '{point.State}', but has neither candidate nor result");
    }

    /// <summary>
    /// A damaged point that is finished again, with a whole result, is a point like any other from then on; unless somebody
    /// with an old cache may still find the damage, and run it once more. Not at once: another worker may be about to put the
    /// point back, having found the damage as well.
    /// </summary>
    private void Heal(PointHistory point)
    {
        if (!world.Faults.IsCoherent || world.Now - point.ResolvedAt < world.Options.Lease.Ticks || point.State != Finished || point.StateFiles != 1 || point.Find(Files.Find($"results/{point.ResultName}")?.Content) is not { } result)
            return;
        point.IsDamaged = false;
        point.Committed = point.Published = result;
        point.EverCommitted.Add(result);
        point.EverPublished.Add(result);
    }

    private void ExpectReasonToLeave(string path, string owner, bool isConstruction = false)
    {
        if (world.Processes.FirstOrDefault(p => p.Id == owner || (p as SimulatedRerun)?.ToolId == owner) is not { } process
            || !(process.IsDead || process.Client.HasFailed || (isConstruction && process is SimulatedWorker { WasCancelled: true })))
            world.Violate($"'{path}' is left over");
    }


    private void ExpectAttempt(string name)
    {
        var parts = name.Split('.');
        if (SweepLayout.SkipOf(name) is { } skip)
        {
            if (!world.Workers.Any(w => w.Host == skip.Host && w.Skipped.Contains(skip.Point)))
                world.Violate($"the point of '{name}' did not skip itself there");
            return;
        }

        var worker = world.Workers.FirstOrDefault(w => parts.Length == 4 && w.Id == parts[1]);
        if (worker is { WasReleased: true, Client.HasFailed: false } && parts[2] == "crash" && world.Faults.IsCoherent)
            world.Violate($"the attempt '{name}' counts, although its worker had given everything back");
        var wasMade = worker is not null && parts[2] switch
        {
            "crash" => worker.IsDead || worker.WasSilent || worker.Client.HasFailed,
            _ => worker.Failures > 0,
        };
        if (!wasMade)
            world.Violate($"the attempt '{name}' was not made");
    }
}
