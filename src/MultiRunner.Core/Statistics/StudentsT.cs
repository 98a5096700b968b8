using System.Collections.Concurrent;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace MultiRunner.Statistics;

/// <summary>Student's t distribution ("Student", The probable error of a mean, Biometrika 6, 1908).</summary>
internal static class StudentsT
{
    // The quantile is found by a search for a root, and the thousands of configurations of a report share a few sizes.
    private static readonly ConcurrentDictionary<int, double> Quantiles = new();

    /// <summary>The value that |t| exceeds with a probability of 5 %: half the width of a 95 % interval, in standard errors.</summary>
    /// <param name="degreesOfFreedom">1 or more.</param>
    public static double HalfWidth95(int degreesOfFreedom) =>
        Quantiles.GetOrAdd(degreesOfFreedom, static freedom => StudentT.InvCDF(0, 1, freedom, 0.975));

    /// <summary>The same for degrees of freedom that may be a fraction, as those of Welch's test are.</summary>
    /// <param name="degreesOfFreedom">Positive.</param>
    public static double HalfWidth95(double degreesOfFreedom) =>
        degreesOfFreedom == Math.Truncate(degreesOfFreedom) && degreesOfFreedom < int.MaxValue
            ? HalfWidth95((int)degreesOfFreedom)
            : StudentT.InvCDF(0, 1, degreesOfFreedom, 0.975);

    /// <summary>The probability of a t that is at least as far from 0, when the true difference is 0.</summary>
    /// <param name="t">A finite number.</param>
    /// <param name="degreesOfFreedom">Positive; Welch's test has fractions.</param>
    public static double TwoSidedP(double t, double degreesOfFreedom)
    {
        // As an incomplete beta function, for 1 - CDF(|t|) would have no digits left where t is large.
        var x = degreesOfFreedom / (degreesOfFreedom + (t * t));
        return SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, x);
    }
}
