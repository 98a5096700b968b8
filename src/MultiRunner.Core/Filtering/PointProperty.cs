namespace MultiRunner.Filtering;

/// <summary>What is known of a point besides its arguments and metrics. Filters name these in lower case.</summary>
internal enum PointProperty
{
    /// <summary>Its index.</summary>
    Point,

    /// <summary>Its state: to_run, skipped, running, finished or failed.</summary>
    State,

    /// <summary>The worker whose result counts, or that runs it.</summary>
    Worker,

    /// <summary>The host of the worker whose result counts.</summary>
    Host,

    /// <summary>The build whose result counts.</summary>
    Build,

    /// <summary>How long the attempt took whose result counts.</summary>
    Seconds,

    /// <summary>Which attempt of its worker that was.</summary>
    Attempt,
}
