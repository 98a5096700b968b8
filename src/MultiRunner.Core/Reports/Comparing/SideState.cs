namespace MultiRunner.Reports.Comparing;

/// <summary>What one side has of a configuration.</summary>
internal enum SideState
{
    /// <summary>It has no such configuration.</summary>
    Absent,

    /// <summary>No point has a value yet, and at least one waits or runs.</summary>
    Open,

    /// <summary>No point has a value, and at least one has failed for good.</summary>
    Failed,

    /// <summary>Its results lack the metric, or cannot be read.</summary>
    Lacking,

    /// <summary>The mean is not a finite number.</summary>
    NotFinite,

    /// <summary>There is a mean.</summary>
    Measured,
}
