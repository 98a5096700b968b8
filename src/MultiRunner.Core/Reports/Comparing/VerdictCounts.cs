namespace MultiRunner.Reports.Comparing;

/// <summary>How many configurations have which verdict.</summary>
/// <param name="Worse">Those that have become worse beyond noise.</param>
/// <param name="Better">Those that have become better beyond noise.</param>
/// <param name="Same">Those that are equal, or cannot be told apart from noise.</param>
/// <param name="NoiseNotKnown">Those that differ, where nothing is known of the noise.</param>
/// <param name="NotCompared">Those of both sides of which one has no mean.</param>
/// <param name="New">Those of the second side alone.</param>
/// <param name="Gone">Those of the first side alone.</param>
internal sealed record VerdictCounts(int Worse, int Better, int Same, int NoiseNotKnown, int NotCompared, int New, int Gone)
{
    public static VerdictCounts Of(IReadOnlyList<ComparedConfiguration> configurations)
    {
        int With(Verdict verdict) => configurations.Count(c => c.Verdict == verdict);
        return new VerdictCounts(
            With(Verdict.Worse), With(Verdict.Better), With(Verdict.Same), With(Verdict.NoiseNotKnown), With(Verdict.NotCompared),
            With(Verdict.New), With(Verdict.Gone));
    }
}
