namespace MultiRunner.Grids;

/// <summary>What a <see cref="Sampling"/> means.</summary>
internal static class SamplingExtensions
{
    /// <summary>Whether a number of points is drawn by a seed.</summary>
    public static bool IsDrawn(this Sampling sampling) => sampling is Sampling.Random or Sampling.Latin or Sampling.Sobol;
}
