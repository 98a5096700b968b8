using MultiRunner.Format;

namespace MultiRunner.Repair;

/// <summary>Which rule of the sweep directory is broken.</summary>
internal enum ViolationKind
{
    /// <summary>There is no manifest, or it cannot be read.</summary>
    Manifest,

    /// <summary>A point of the manifest has no state file.</summary>
    NoState,

    /// <summary>A point has more than one state file.</summary>
    SeveralStates,

    /// <summary>There is a state file of a point that the manifest does not list.</summary>
    UnknownPoint,

    /// <summary>A finished point has no result, or one that cannot be read.</summary>
    NoResult,

    /// <summary>A result counts, but neither it nor its candidate is there; or its worker is gone before it had its public name.</summary>
    Unsealed,

    /// <summary>A failed point has no attempts on record.</summary>
    NoAttempts,

    /// <summary>A worker that is gone holds a point.</summary>
    HeldByDeadWorker,

    /// <summary>The JSON of an attempt or of a worker cannot be read.</summary>
    Unreadable,

    /// <summary>A temporary file or directory of a worker that is gone.</summary>
    OrphanedFile,
}
