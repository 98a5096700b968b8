using System.Text.Json;
using System.Text.Json.Serialization;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Model;

/// <summary>
/// Which parameters matter: what each of them, and each two of them, explain of the variance of the objective, by least squares over
/// their values. <see cref="VarianceShares"/> says how that is computed.
/// </summary>
internal sealed record ParameterShares
{
    /// <summary>Why there are no shares of single parameters.</summary>
    [JsonIgnore]
    public VarianceObstacle Obstacle { get; init; }

    /// <summary>Why there are no shares of pairs.</summary>
    [JsonIgnore]
    public PairObstacle PairObstacle { get; init; }

    /// <summary><see cref="Obstacle"/> as text, such as <c>tooFewPoints</c>; null when there is none.</summary>
    [JsonPropertyName("obstacle")]
    public string? ObstacleName => Obstacle == VarianceObstacle.None ? null : JsonNamingPolicy.CamelCase.ConvertName(Obstacle.ToString());

    /// <summary><see cref="PairObstacle"/> as text; null when there is none.</summary>
    [JsonPropertyName("pairObstacle")]
    public string? PairObstacleName =>
        PairObstacle == PairObstacle.None ? null : JsonNamingPolicy.CamelCase.ConvertName(PairObstacle.ToString());

    /// <summary>How many results they are made of.</summary>
    public required int Results { get; init; }

    /// <summary>How many results are left out, because they are NaN or infinite, or lack a parameter.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Whether each two values of two parameters meet equally often.</summary>
    public required bool IsBalanced { get; init; }

    /// <summary>Whether every combination of the values of the parameters occurs, all of them equally often.</summary>
    [JsonIgnore]
    public bool IsFactorial { get; init; }

    /// <summary>Parameters that are left out: they have a value of their own in every result, or too many values.</summary>
    public required IReadOnlyList<string> LeftOutParameters { get; init; }

    /// <summary>
    /// Parameters whose numbers are taken together in intervals, since they have very many; null when there are none.
    /// </summary>
    public IReadOnlyList<string>? InIntervals { get; init; }

    /// <summary>The whole variance.</summary>
    public required VariancePart Total { get; init; }

    /// <summary>The shares, the largest first.</summary>
    public required IReadOnlyList<ExplainedTerm> Shares { get; init; }

    /// <summary>Those without a share of their own, the largest first.</summary>
    public required IReadOnlyList<AliasedTerm> Aliased { get; init; }

    /// <summary>What is left; null when there are no shares.</summary>
    public VariancePart? Residual { get; init; }

    /// <summary>The part of the rest that lies between configurations; null without repeats.</summary>
    public VariancePart? LackOfFit { get; init; }

    /// <summary>The part of the rest that lies between repeats of one configuration; null without repeats.</summary>
    public VariancePart? Noise { get; init; }

    /// <summary>The adjusted mean of each value of each factor, by name and value; those that are not known are missing.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<(string Parameter, ValueLevel Value), double> AdjustedMeans { get; init; } =
        new Dictionary<(string, ValueLevel), double>();

    /// <summary>What a parameter explains alone and in pairs.</summary>
    public double ShareOf(string parameter) =>
        Shares.Where(s => s.Parameters.Contains(parameter)).Sum(s => s.Part.Share)
        + Aliased.Where(a => a.Terms.Any(t => t.Contains(parameter))).Sum(a => a.Part.Share);

    /// <summary>The shares for some configurations; null when there is no ranking.</summary>
    /// <param name="configurations">The configurations.</param>
    /// <param name="factors">The names of the parameters in their arguments.</param>
    /// <param name="metric">The objective's metric; null when there is none.</param>
    /// <param name="hasRepeats">Whether a configuration has several points by design.</param>
    /// <param name="factorLevels">What counts as one value of each factor.</param>
    public static ParameterShares? Of(
        IReadOnlyList<Configuration> configurations,
        IReadOnlyList<string> factors,
        string? metric,
        bool hasRepeats,
        IReadOnlyList<ParameterLevels> factorLevels)
    {
        if (metric is null)
            return null;
        var levels = factors.Select((_, i) => new FactorLevels(configurations, i, factorLevels[i])).ToList();
        var observations = new List<Observation>();
        var notNumbers = 0;
        for (var c = 0; c < configurations.Count; c++)
        {
            int[] at = [.. levels.Select(l => l.Of(configurations[c]))];
            foreach (var value in configurations[c].Members.Select(p => p.Metric(metric)).OfType<double>())
            {
                if (double.IsNaN(value))
                    notNumbers++;
                else
                    observations.Add(new Observation(at, value, hasRepeats ? c : null));
            }
        }

        var cut = factors.Where((_, i) => factorLevels[i].HasIntervals).ToList();
        return Of(VarianceShares.Of(factors.Count, observations), factors, levels, notNumbers) with
        {
            InIntervals = cut.Count == 0 ? null : cut,
        };
    }

    private static ParameterShares Of(
        VarianceShares shares, IReadOnlyList<string> factors, List<FactorLevels> levels, int notNumbers)
    {
        IReadOnlyList<string> Named(VarianceTerm term) =>
            term.Second is { } second ? [factors[term.First], factors[second]] : [factors[term.First]];

        return new ParameterShares
        {
            Obstacle = shares.Obstacle,
            PairObstacle = shares.PairObstacle,
            Results = shares.Observations,
            LeftOut = shares.LeftOut + notNumbers,
            IsBalanced = shares.IsBalanced,
            IsFactorial = shares.IsFactorial,
            LeftOutParameters = [.. shares.LeftOutFactors.Select(f => factors[f])],
            Total = shares.Total,
            Shares = [.. shares.Shares.Select(s => new ExplainedTerm(Named(s.Term), s.Part))],
            Aliased = [.. shares.Aliased.Select(a => new AliasedTerm([.. a.Terms.Select(Named)], a.Part))],
            Residual = shares.Residual,
            LackOfFit = shares.LackOfFit,
            Noise = shares.PureError,
            AdjustedMeans = AdjustedOf(shares, factors, levels),
        };
    }

    private static Dictionary<(string Parameter, ValueLevel Value), double> AdjustedOf(
        VarianceShares shares, IReadOnlyList<string> factors, List<FactorLevels> levels)
    {
        var adjusted = new Dictionary<(string, ValueLevel), double>();
        for (var factor = 0; factor < factors.Count; factor++)
        {
            foreach (var mean in shares.Levels[factor])
            {
                if (mean.AdjustedMean is { } value)
                    adjusted[(factors[factor], levels[factor].Level(mean.Level))] = value;
            }
        }

        return adjusted;
    }
}
