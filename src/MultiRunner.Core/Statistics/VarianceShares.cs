namespace MultiRunner.Statistics;

/// <summary>
/// Which factors matter: the shares of the variance of some values that factors, and pairs of them, explain. It is an analysis of
/// variance by least squares over the levels, so no factor needs to be a number, and no effect needs to be a line.
/// </summary>
/// <remarks>
/// The sums of squares are of type II (Yates, The analysis of multiple classifications with unequal numbers in the different classes,
/// Journal of the American Statistical Association 29, 1934; from one inverse by Goodnight, A tutorial on the SWEEP operator, The
/// American Statistician 33, 1979): a factor has what it explains in addition to all other factors, a pair what it explains in
/// addition to all factors and all other pairs. In a balanced design the shares and the residual add up to 1. Elsewhere they need not:
/// what two terms explain only together is in neither.
/// </remarks>
/// <param name="Obstacle">Why there are no shares.</param>
/// <param name="PairObstacle">Why there are no shares of pairs.</param>
/// <param name="Observations">How many observations were used.</param>
/// <param name="LeftOut">How many were not, because the value is not finite or a factor has no level.</param>
/// <param name="IsBalanced">
/// Whether each two levels of two factors meet equally often. Means of levels can then be compared as they are.
/// </param>
/// <param name="IsFactorial">
/// Whether every combination of levels occurs, all of them equally often. Elsewhere what pairs do may be in the shares of single factors.
/// </param>
/// <param name="LeftOutFactors">
/// Factors that have a level for each observation, or too many for the computation. They explain nothing here.
/// </param>
/// <param name="Total">The sum of squares about the mean.</param>
/// <param name="Shares">The shares of factors and pairs, the largest first.</param>
/// <param name="Aliased">Terms without a share of their own, the largest first.</param>
/// <param name="Residual">What is left; null when there are no shares. Without shares of pairs it has what pairs do.</param>
/// <param name="LackOfFit">
/// The part of the residual that lies between configurations: what more than two factors do together, and what pairs do that have
/// no share. Null without repeats, and when the terms leave nothing between configurations.
/// </param>
/// <param name="PureError">The part of the residual that lies between repeats of one configuration; null without repeats.</param>
/// <param name="Levels">
/// For each factor its levels, ascending. Observations that were left out count for the levels that they have.
/// </param>
internal sealed record VarianceShares(
    VarianceObstacle Obstacle,
    PairObstacle PairObstacle,
    int Observations,
    int LeftOut,
    bool IsBalanced,
    bool IsFactorial,
    IReadOnlyList<int> LeftOutFactors,
    VariancePart Total,
    IReadOnlyList<VarianceShare> Shares,
    IReadOnlyList<AliasedTerms> Aliased,
    VariancePart? Residual,
    VariancePart? LackOfFit,
    VariancePart? PureError,
    IReadOnlyList<IReadOnlyList<LevelMean>> Levels)
{
    /// <param name="factors">The number of factors.</param>
    /// <param name="observations">The measurements.</param>
    public static VarianceShares Of(int factors, IReadOnlyList<Observation> observations) =>
        new VarianceAnalysis(factors, observations).Result();
}
