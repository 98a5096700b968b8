namespace MultiRunner.Scheduling;

/// <summary>What else happens when a point passes from one status to another.</summary>
internal enum PointEffect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It goes to the queue of claims that this worker holds without knowing it.</summary>
    Hold,

    /// <summary>Its claim is to be given back.</summary>
    Release,

    /// <summary>It goes to the queue of points to describe.</summary>
    Describe,

    /// <summary>What still runs here is of no use any more: its token is cancelled.</summary>
    Supersede,

    /// <summary>This worker runs no duplicate of it again.</summary>
    Bar,
}
