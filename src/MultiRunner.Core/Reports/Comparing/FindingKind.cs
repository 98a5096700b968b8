namespace MultiRunner.Reports.Comparing;

/// <summary>Why a configuration is named under a condition.</summary>
internal enum FindingKind
{
    /// <summary>It is beyond the limit by more than the noise between repeats explains, so the condition is met.</summary>
    BeyondNoise,

    /// <summary>It is beyond the limit, and nothing is known of the noise. The condition is met.</summary>
    SingleRuns,

    /// <summary>It had a mean before and has none after: it failed, is not finite, or its results lack it. The condition is met.</summary>
    NoValue,

    /// <summary>Its mean is beyond the limit, and the noise explains that. The condition is not met.</summary>
    WithinNoise,
}
