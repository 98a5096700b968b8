using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>Checks that each point has one state file, and what that state file promises.</summary>
internal sealed class PointCheck(ISharedDirectory directory, Sighting seen)
{
    private readonly List<Violation> violations = [];

    public async ValueTask<IReadOnlyList<Violation>> Check()
    {
        var tried = seen.Attempts.Select(SweepLayout.PointOfAttempt).ToHashSet();
        for (var point = 0; point < seen.Manifest.Points.Count; point++)
        {
            var files = seen.Files[point].ToList();
            if (files.Count > 1)
                Add(ViolationKind.SeveralStates, files[0].Path, $"A point has one state file, but point {Text(point)} has {string.Join(" and ", files.Select(f => $"'{f.Name}'").Order(StringComparer.Ordinal))}. When no worker runs, delete all but the one that says what is true: '{new StateFile(point, PointState.Finished).Name}' only if '{SweepLayout.Result(point)}' is there.", isRepairable: false);

            if (files.Count == 0)
                Add(ViolationKind.NoState, new StateFile(point, PointState.ToRun).Path, $"A point has one state file, but point {Text(point)} has none. Repair makes it anew: as finished if its result is there, else to be run.");
            if (seen.StateOf(point) is { } file)
                await CheckState(file, tried.Contains(point)).ConfigureAwait(false);
        }

        foreach (var file in seen.Files.Where(files => files.Key >= seen.Manifest.Points.Count).SelectMany(files => files))
            Add(ViolationKind.UnknownPoint, file.Path, $"A state file belongs to a point of '{SweepLayout.Manifest}', but that lists {Text(seen.Manifest.Points.Count)} points and there is '{file.Name}'. Delete the file, or restore the manifest that knows its point.", isRepairable: false);
        return violations;
    }

    private async ValueTask CheckState(StateFile file, bool hasAttempts)
    {
        switch (file.State)
        {
            case PointState.Finished:
                var result = SweepLayout.Result(file.Point);
                if (await directory.TryRead(result).ConfigureAwait(false) is not { } json)
                    Add(ViolationKind.NoResult, result, $"A finished point has its result, but '{result}' is missing. Repair puts the point back to be run.");
                else if (!ResultCheck.IsWhole(json, file.Point))
                    Add(ViolationKind.NoResult, result, $"A finished point has a whole result, but '{result}' is cut off or is not that of point {Text(file.Point)}. Repair sets it aside and puts the point back to be run.");
                break;

            case PointState.Committed when !await HasCandidateOrResult(file).ConfigureAwait(false):
                Add(ViolationKind.Unsealed, file.Path, $"'{file.Name}' says that the result of that worker counts, but neither '{SweepLayout.Candidate(file.Point, file.Owner!)}' nor '{SweepLayout.Result(file.Point)}' is there. Repair puts the point back to be run.");
                break;

            case PointState.Committed when await seen.IsGone(file.Owner!).ConfigureAwait(false):
                Add(ViolationKind.Unsealed, file.Path, $"A result that counts gets its public name, but the worker of '{file.Name}' is gone before it gave it. Repair gives it the name.");
                break;

            case PointState.Running when await seen.IsGone(file.Owner!).ConfigureAwait(false):
                Add(ViolationKind.HeldByTheGone, file.Path, $"A running point has a worker that lives, but the one of '{file.Name}' is gone. Repair takes the point back, as would any worker.");
                break;

            case PointState.Failed when !hasAttempts:
                Add(ViolationKind.NoAttempts, file.Path, $"A failed point has records of its attempts, but there is no '{SweepLayout.AttemptsAt(file.Point)}' for '{file.Name}'. Put it back with 'multirunner retry --points {Text(file.Point)}'.", isRepairable: false);
                break;
        }
    }

    /// <summary>Its worker may be renaming the one to the other: whichever is missed first is there the second time.</summary>
    private async ValueTask<bool> HasCandidateOrResult(StateFile committed) =>
        await directory.TryRead(SweepLayout.Candidate(committed.Point, committed.Owner!)).ConfigureAwait(false) is not null
        || await directory.TryRead(SweepLayout.Result(committed.Point)).ConfigureAwait(false) is not null;

    private void Add(ViolationKind kind, string path, string message, bool isRepairable = true) =>
        violations.Add(new Violation(kind, path, message, isRepairable));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
