using System.Globalization;
using MultiRunner.Format;

namespace MultiRunner.Repair;

/// <summary>The messages about sweep directories that break a rule, and about reruns.</summary>
internal static class Messages
{
    public static string SeveralStates(int point, IEnumerable<StateFile> files)
    {
        var names = string.Join(" and ", files.Select(f => $"'{f.Name}'").Order(StringComparer.Ordinal));
        return $"A point has one state file, but point {Text(point)} has {names}. When no worker runs, delete all of them except the one "
            + $"that is true: '{new StateFile(point, PointState.Finished).Name}' only if '{SweepLayout.Result(point)}' is there.";
    }

    public static string NoState(int point) =>
        $"A point has one state file, but point {Text(point)} has none. Repair makes it: as finished if its result is there, and "
        + "otherwise as to run.";

    public static string UnknownPoint(StateFile file, int points) =>
        $"A state file belongs to a point of '{SweepLayout.Manifest}', but '{file.Name}' belongs to none of its {Text(points)} points. "
        + "Delete the file, or restore the manifest that has its point.";

    public static string NoResult(string result) =>
        $"A finished point has its result, but '{result}' is missing. Repair puts the point back to be run.";

    public static string NotWhole(string result, int point) =>
        $"A finished point has a complete result, but '{result}' is cut off or is not the result of point {Text(point)}. Repair sets it "
        + "aside and puts the point back to be run.";

    public static string NothingToSeal(StateFile file) =>
        $"'{file.Name}' says that the result of that worker counts, but neither '{SweepLayout.Candidate(file)}' nor "
        + $"'{SweepLayout.Result(file.Point)}' is there. Repair puts the point back to be run.";

    public static string Unsealed(StateFile file) =>
        $"A result that counts is renamed to its public name, but the worker of '{file.Name}' ended before it did so. Repair renames it.";

    public static string HeldByDeadWorker(StateFile file) =>
        $"A running point has a live worker, but the worker of '{file.Name}' is gone. Repair takes the point back, as any worker "
        + "would do.";

    public static string NoAttempts(StateFile file) =>
        $"A failed point has records of its attempts, but there is no '{SweepLayout.AttemptsAt(file.Point)}' for '{file.Name}'. Put "
        + $"the point back with 'multirunner rerun --failed --points {Text(file.Point)}'.";

    public static string OrphanedFile(string path, string whose, string remedy) =>
        $"A worker removes its temporary files, but '{path}' {whose}. {remedy}";

    public static string Undeletable(string path, string why) =>
        $"A worker removes its temporary files, but the worker of '{path}' is gone, and repair could not delete the files: {why} "
        + $"They are not needed. Their owner can delete them with: chmod -R u+rwX '{path}'; rm -r '{path}'.";

    public static string Unreadable(string path, string fact, string remedy) =>
        $"A record is complete JSON, but '{path}' cannot be read: {fact} {remedy}";

    public static string UnusableManifest(string why) => $"A sweep has a manifest, but {why}";

    public static string NoArchive(string archive, string why) =>
        $"A rerun moves results and what belongs to them to '{archive}', but nothing can be moved there: {why} Nothing was changed. "
        + $"'{SweepLayout.Archive}' must be a directory on the same disk as the sweep that this user may write.";

    public static string NotMoved(string folder, string archive) =>
        $"A rerun moves '{folder}' to '{archive}', but the file system refuses that. The point is left as it was, because its next "
        + $"attempt would continue from '{folder}'. Move or delete '{folder}' as its owner, and repeat the command.";

    public static string NoManifest() =>
        $"A sweep has a manifest, but '{SweepLayout.Manifest}' is missing. Restore it, or move the sweep directory away and start again.";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
