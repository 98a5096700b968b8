namespace MultiRunner.Reports.Comparing;

/// <summary>What has become of a configuration.</summary>
internal enum Verdict
{
    /// <summary>It has become worse, by more than the noise between repeats explains.</summary>
    Worse,

    /// <summary>It has become better, by more than the noise between repeats explains.</summary>
    Better,

    /// <summary>The two means are equal, or cannot be told apart from noise.</summary>
    Same,

    /// <summary>The means differ, and nothing is known of the noise.</summary>
    NoiseNotKnown,

    /// <summary>Both sides have it, and one of them has no mean.</summary>
    NotCompared,

    /// <summary>Only the second side has it.</summary>
    New,

    /// <summary>Only the first side has it.</summary>
    Gone,
}
