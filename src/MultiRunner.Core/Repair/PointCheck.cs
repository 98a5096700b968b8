using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>Checks that each point has one state file, and what that state file promises.</summary>
internal sealed class PointCheck(ISharedDirectory directory, DirectorySnapshot seen)
{
    private readonly List<Violation> violations = [];

    public async ValueTask<IReadOnlyList<Violation>> Check()
    {
        var tried = seen.Attempts.Select(SweepLayout.PointOfAttempt).ToHashSet();
        for (var point = 0; point < seen.Manifest.Points.Count; point++)
        {
            var files = seen.Files[point].ToList();
            if (files.Count > 1)
                Add(ViolationKind.SeveralStates, files[0].Path, Messages.SeveralStates(point, files), isRepairable: false);

            if (files.Count == 0 && !seen.Waiting.Contains(point))
                Add(ViolationKind.NoState, new StateFile(point, PointState.ToRun).Path, Messages.NoState(point));
            if (seen.StateOf(point) is { } file)
                await CheckState(file, tried.Contains(point)).ConfigureAwait(false);
        }

        foreach (var file in seen.Files.Where(files => files.Key >= seen.Manifest.Points.Count).SelectMany(files => files))
        {
            var message = Messages.UnknownPoint(file, seen.Manifest.Points.Count);
            Add(ViolationKind.UnknownPoint, file.Path, message, isRepairable: false);
        }

        return violations;
    }

    private async ValueTask CheckState(StateFile file, bool hasAttempts)
    {
        switch (file.State)
        {
            case PointState.Finished:
                var result = SweepLayout.Result(file.Point);
                if (await directory.TryRead(result).ConfigureAwait(false) is not { } json)
                    Add(ViolationKind.NoResult, result, Messages.NoResult(result));
                else if (!ResultCheck.IsWhole(json, file.Point))
                    Add(ViolationKind.NoResult, result, Messages.NotWhole(result, file.Point));
                break;

            case PointState.Committed when !await HasCandidateOrResult(file).ConfigureAwait(false):
                Add(ViolationKind.Unsealed, file.Path, Messages.NothingToSeal(file));
                break;

            case PointState.Committed when await seen.IsGone(file.Owner!).ConfigureAwait(false):
                Add(ViolationKind.Unsealed, file.Path, Messages.Unsealed(file));
                break;

            case PointState.Running when await seen.IsGone(file.Owner!).ConfigureAwait(false):
                Add(ViolationKind.HeldByDeadWorker, file.Path, Messages.HeldByDeadWorker(file));
                break;

            case PointState.Failed when !hasAttempts:
                Add(ViolationKind.NoAttempts, file.Path, Messages.NoAttempts(file), isRepairable: false);
                break;
        }
    }

    /// <summary>
    /// Whether the result is there under either name. Its worker may be renaming the candidate to the result at this moment: when that
    /// happens just before this check asks for the candidate, the check finds the result.
    /// </summary>
    private async ValueTask<bool> HasCandidateOrResult(StateFile committed) =>
        await directory.TryRead(SweepLayout.Candidate(committed)).ConfigureAwait(false) is not null
        || await directory.TryRead(SweepLayout.Result(committed.Point)).ConfigureAwait(false) is not null;

    private void Add(ViolationKind kind, string path, string message, bool isRepairable = true) =>
        violations.Add(new Violation(kind, path, message, isRepairable));
}
