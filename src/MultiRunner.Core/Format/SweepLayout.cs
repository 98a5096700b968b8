using System.Globalization;

namespace MultiRunner.Format;

/// <summary>The names in a sweep directory. Only this type and <see cref="StateFile"/> build its paths and take them apart.</summary>
internal static class SweepLayout
{
    /// <summary>The folder beside a test project's file in which its sweeps lie by default.</summary>
    public const string DefaultRoot = "sweeps";

    public const string Ini = "ini";
    public const string Results = "results";
    public const string Attempts = "attempts";
    public const string Workers = "workers";
    public const string ArtifactsFolder = "artifacts";
    public const string CheckpointsFolder = "checkpoints";

    /// <summary>
    /// Where a rerun puts what it replaces. Only reruns write there. Nobody needs what is there: estimates of durations and comparisons of
    /// builds read it.
    /// </summary>
    public const string Archive = "archive";

    public const string Report = "report";
    public const string TextReport = Report + "/report.txt";
    public const string MarkdownReport = Report + "/report.md";
    public const string HtmlReport = Report + "/report.html";
    public const string CsvReport = Report + "/report.csv";
    public const string JsonReport = Report + "/report.json";

    /// <summary>The files of a report.</summary>
    public static readonly IReadOnlyList<string> ReportFiles = [TextReport, MarkdownReport, HtmlReport, CsvReport, JsonReport];

    public const string ManifestName = "sweep.json";
    public const string Manifest = Ini + "/" + ManifestName;

    /// <summary>The directory with the revisions of the manifest after the first one.</summary>
    public const string Revisions = "revisions";

    /// <summary>While it is there, the worker whose announcement is in it is making state files.</summary>
    public const string Making = ".making";

    /// <summary>Names that start with a dot are temporary. Readers pass over them.</summary>
    public const char Temporary = '.';

    /// <summary>The end of the name to which a file is renamed when its JSON cannot be read.</summary>
    public const string CorruptSuffix = ".corrupt";

    private const string Json = ".json";
    private const string CrashSuffix = ".crash" + Json;
    private const string SkipSuffix = ".skip" + Json;
    private const string DuplicateInfix = "_duplicate.";
    private const string IniPrefix = ".ini-";
    private const string RevisionPrefix = ".revision-";
    private const string MakingPrefix = Making + "-";
    private const string ReportTurnPrefix = ".turn.";

    /// <summary>The full path of something in a sweep directory, as this system writes paths.</summary>
    /// <param name="directory">The sweep directory.</param>
    /// <param name="path">The path relative to it, with '/' between names.</param>
    public static string In(string directory, string path) =>
        Path.Combine(directory, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Where <paramref name="worker"/> builds a new <see cref="Ini"/> before it is renamed into place.</summary>
    public static string IniUnderConstruction(string worker) => IniPrefix + worker;

    /// <summary>Where <paramref name="worker"/> builds a new revision before it is renamed into place.</summary>
    public static string RevisionUnderConstruction(string worker) => RevisionPrefix + worker;

    /// <summary>Where <paramref name="worker"/> builds a new <see cref="Making"/>, and where it moves one that is over.</summary>
    public static string MakingAside(string worker) => MakingPrefix + worker;

    /// <summary>Announces that <paramref name="worker"/> is making state files.</summary>
    public static string Maker(string worker) => $"{Making}/{NameOfMaker(worker)}";

    /// <summary>The name of an announcement in its directory.</summary>
    public static string NameOfMaker(string worker) => $"{worker}{Json}";

    /// <summary>The directory of a revision after the first one.</summary>
    public static string Revision(int revision) => string.Create(CultureInfo.InvariantCulture, $"{Revisions}/{revision}");

    /// <summary>The manifest of a revision.</summary>
    public static string ManifestOf(int revision) =>
        revision == Format.Manifest.FirstRevision ? Manifest : $"{Revision(revision)}/{ManifestName}";

    /// <summary>The revision whose directory has this name, or null.</summary>
    public static int? RevisionOf(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) && name[0] != '0' ? revision : null;

    /// <summary>Announces that <paramref name="worker"/> runs a point whose claim another worker holds.</summary>
    public static string DuplicateMarker(int point, string worker) =>
        string.Create(CultureInfo.InvariantCulture, $"{Ini}/{Temporary}{point}{DuplicateInfix}{worker}");

    /// <summary>The point and the worker of a file name that <see cref="DuplicateMarker"/> made, or null.</summary>
    public static (int Point, string Worker)? DuplicateOf(string name) =>
        name.Length > 0 && name[0] == Temporary
        && name.IndexOf(DuplicateInfix, StringComparison.Ordinal) is > 1 and var infix
        && int.TryParse(name.AsSpan(1, infix - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var point)
            ? (point, name[(infix + DuplicateInfix.Length)..])
            : null;

    public static string Result(int point) => $"{Results}/{Number(point)}{Json}";

    /// <summary>The result of a finished attempt, before it is decided whether it counts.</summary>
    /// <param name="point">The point.</param>
    /// <param name="worker">The worker that made the attempt.</param>
    /// <param name="attempt">Which attempt of that worker at the point it was, from 1.</param>
    public static string Candidate(int point, string worker, int attempt) => $"{Results}/{AttemptName(point, worker, attempt)}";

    /// <summary>The result that a committed point has before the result gets its public name.</summary>
    /// <param name="committed">The point's state file, which has the name of a worker and not that of a rerun.</param>
    public static string Candidate(StateFile committed) => Candidate(committed.Point, committed.Owner!, committed.Attempt);

    /// <summary>The files that the winning attempt left.</summary>
    public static string Artifacts(int point) => string.Create(CultureInfo.InvariantCulture, $"{ArtifactsFolder}/{point}");

    /// <summary>
    /// The files of an attempt before its result counts. Each attempt has a directory of its own, so that one that was given up
    /// and writes on cannot write into the directory of the next.
    /// </summary>
    /// <param name="point">The point.</param>
    /// <param name="worker">The worker that makes the attempt.</param>
    /// <param name="attempt">Which attempt of that worker at the point it is, from 1.</param>
    public static string ArtifactsOfAttempt(int point, string worker, int attempt) =>
        $"{ArtifactsFolder}/{AttemptName(point, worker, attempt)}";

    /// <summary>The files that a committed point has before its result gets its public name.</summary>
    /// <param name="committed">The point's state file, which has the name of a worker and not that of a rerun.</param>
    public static string ArtifactsOfAttempt(StateFile committed) =>
        ArtifactsOfAttempt(committed.Point, committed.Owner!, committed.Attempt);

    /// <summary>The files that the attempts at a point leave for one another.</summary>
    public static string Checkpoints(int point) => string.Create(CultureInfo.InvariantCulture, $"{CheckpointsFolder}/{point}");

    /// <summary>The name that checkpoints have while <paramref name="worker"/> deletes them.</summary>
    public static string CheckpointsUnderDeletion(int point, string worker) =>
        string.Create(CultureInfo.InvariantCulture, $"{CheckpointsFolder}/{Temporary}{point}.{worker}");

    /// <summary>The directory of one rerun in the archive. What it replaces lies in it by the path that it had in the sweep.</summary>
    /// <param name="time">When the rerun began.</param>
    /// <param name="worker">Who makes it. The sign of a tool is left out, since a shell may take it for the home directory.</param>
    public static string ArchiveOf(DateTimeOffset time, string worker) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Archive}/{time.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{worker.TrimStart(WorkerIdentity.ToolSign)}");

    /// <summary>A file that <paramref name="worker"/> moves to the archive and deletes, to see that files can be moved there.</summary>
    public static string ArchiveProbe(string worker) => $"{Ini}/{Temporary}archive.{worker}";

    /// <summary>The worker's k-th failed attempt at a point, from 1.</summary>
    public static string Attempt(int point, string worker, int k) =>
        string.Create(CultureInfo.InvariantCulture, $"{Attempts}/{point}.{worker}.{k}{Json}");

    /// <summary>The one attempt that is recorded for a worker that died while it ran a point.</summary>
    public static string CrashAttempt(int point, string worker) =>
        string.Create(CultureInfo.InvariantCulture, $"{Attempts}/{point}.{worker}{CrashSuffix}");

    /// <summary>
    /// Says that a point skipped itself on a host, and why. It is no failed attempt. All workers of a host have one record of a point,
    /// because a point that one of them cannot run is one that the others cannot run either.
    /// </summary>
    /// <param name="point">The point.</param>
    /// <param name="host">The host as <see cref="WorkerIdentity.HostInNames"/> has it.</param>
    public static string Skip(int point, string host) =>
        string.Create(CultureInfo.InvariantCulture, $"{Attempts}/{point}.{host}{SkipSuffix}");

    /// <summary>The pattern that the records of all failed attempts at a point match, for people.</summary>
    public static string AttemptsAt(int point) => string.Create(CultureInfo.InvariantCulture, $"{Attempts}/{point}.*");

    public static string Worker(string worker) => $"{Workers}/{worker}{Json}";

    /// <summary>Announces that <paramref name="worker"/> is making the report.</summary>
    public static string ReportTurn(string worker) => $"{Report}/{ReportTurnPrefix}{worker}";

    /// <summary>The worker that announces by a file of this name that it is making the report, or null.</summary>
    public static string? WorkerOfReportTurn(string name) =>
        name.StartsWith(ReportTurnPrefix, StringComparison.Ordinal) ? name[ReportTurnPrefix.Length..] : null;

    /// <summary>
    /// The name beside <paramref name="path"/> under which a file is written before it is renamed. Readers pass over it.
    /// </summary>
    public static string TemporaryFor(string path, string worker)
    {
        var slash = path.LastIndexOf('/');
        return $"{path[..(slash + 1)]}{Temporary}{path[(slash + 1)..]}.{worker}";
    }

    /// <summary>The name under which a worker sets aside a file that cannot be read. Each worker has a name of its own for it.</summary>
    public static string Corrupt(string path, string worker) => $"{path}.{worker}{CorruptSuffix}";

    /// <summary>The point of the failed attempt whose record has this file name, or null.</summary>
    public static int? PointOfAttempt(string name) =>
        name.EndsWith(Json, StringComparison.Ordinal) && !name.EndsWith(SkipSuffix, StringComparison.Ordinal) ? LeadingPoint(name) : null;

    /// <summary>The worker whose failed attempt the record with this file name is of, or null.</summary>
    public static string? WorkerOfAttempt(string name) => PointOfAttempt(name) is not null ? name.Split('.')[1] : null;

    /// <summary>The point of a failed attempt and the host on which it failed, by the file name of the record, or null.</summary>
    public static (int Point, string Host)? AttemptOf(string name) =>
        PointOfAttempt(name) is { } point ? (point, WorkerIdentity.HostOf(name.Split('.')[1])) : null;

    /// <summary>The point that skipped itself and the host on which it did, by the file name of the record, or null.</summary>
    public static (int Point, string Host)? SkipOf(string name) =>
        name.EndsWith(SkipSuffix, StringComparison.Ordinal)
        && LeadingPoint(name) is { } point
        && name.IndexOf('.', StringComparison.Ordinal) + 1 is var host
        && host < name.Length - SkipSuffix.Length
            ? (point, name[host..^SkipSuffix.Length])
            : null;

    /// <summary>The point of a failed attempt or of a skip whose record has this file name, or null.</summary>
    public static int? PointOfTry(string name) => PointOfAttempt(name) ?? SkipOf(name)?.Point;

    /// <summary>The point of a public result's file name, or null.</summary>
    public static int? PointOfResult(string name) =>
        name.EndsWith(Json, StringComparison.Ordinal) && name.Count(c => c == '.') == 1 ? LeadingPoint(name) : null;

    /// <summary>The point of a result in the archive, where a name may have a number after it, as in <c>7.json.2</c>, or null.</summary>
    public static int? PointOfArchivedResult(string name) =>
        name.LastIndexOf('.') is > 0 and var dot
        && int.TryParse(name.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? PointOfResult(name[..dot])
            : PointOfResult(name);

    /// <summary>The point of a result that was set aside under this file name, or null.</summary>
    public static int? PointOfCorruptResult(string name) =>
        name.EndsWith(CorruptSuffix, StringComparison.Ordinal) ? LeadingPoint(name) : null;

    /// <summary>The worker whose heartbeat, or whose announcement as a maker, has this file name, or null.</summary>
    public static string? WorkerOf(string name) =>
        name.EndsWith(Json, StringComparison.Ordinal) && name[0] != Temporary ? name[..^Json.Length] : null;

    /// <summary>The worker that died while it ran a point, by the file name of the record, or null.</summary>
    public static string? WorkerOfCrash(string name) =>
        PointOfAttempt(name) is not null && name.EndsWith(CrashSuffix, StringComparison.Ordinal)
            ? name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..^CrashSuffix.Length]
            : null;

    /// <summary>
    /// The worker and the attempt at the end of a name, as in <c>node-a-4711-3fa2.2</c>. The attempt is 0 when there is none.
    /// </summary>
    public static (string Owner, int Attempt) OwnerAndAttempt(string text) =>
        text.LastIndexOf('.') is > 0 and var dot
        && text[(dot + 1)..] is [>= '1' and <= '9', ..] digits
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt)
            ? (text[..dot], attempt)
            : (text, 0);

    /// <summary>The worker that made a temporary file or directory of this name, or null when no worker did.</summary>
    public static string? OwnerOfTemporary(string name)
    {
        if (name.Length == 0 || name[0] != Temporary)
            return null;

        // File systems, editors and desktops leave such names, too. A name that does not end with the id of a worker is theirs.
        var (rest, _) = OwnerAndAttempt(name);
        var owner = rest.StartsWith(IniPrefix, StringComparison.Ordinal) ? rest[IniPrefix.Length..]
            : rest.StartsWith(RevisionPrefix, StringComparison.Ordinal) ? rest[RevisionPrefix.Length..]
            : rest.StartsWith(MakingPrefix, StringComparison.Ordinal) ? rest[MakingPrefix.Length..]
            : rest[(rest.LastIndexOf('.') + 1)..];
        return WorkerIdentity.IsId(owner) ? owner : null;
    }

    /// <summary>
    /// The committed state that would make the result of a candidate count, by the name of the candidate or of its directory of artifacts;
    /// null when the name is none of these.
    /// </summary>
    public static StateFile? CommitOf(string name) =>
        OwnerAndAttempt(name) is ({ Length: > 1 } rest, > 0 and var attempt)
        && rest[0] == Temporary
        && rest.IndexOf('.', 1) is > 1 and var dot
        && int.TryParse(rest.AsSpan(1, dot - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var point)
            ? new(point, PointState.Committed, rest[(dot + 1)..], attempt)
            : null;

    /// <summary>The index of a point in a name. What is put together of texts alone is made in one step.</summary>
    public static string Number(int point) => point.ToString(CultureInfo.InvariantCulture);

    private static string AttemptName(int point, string worker, int attempt) =>
        attempt == 0 ? $".{Number(point)}.{worker}" : $".{Number(point)}.{worker}.{Number(attempt)}";

    private static int? LeadingPoint(string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
        && (name[0] != '0' || dot == 1)
        && int.TryParse(name.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var point) ? point : null;
}
