using System.Text.Json.Serialization;

namespace MultiRunner.Format;

/// <summary>The metric that decides which point is best.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Maximize">Whether a larger value is better. If not, a smaller one is.</param>
internal sealed record Objective([property: JsonRequired] string Metric, [property: JsonRequired] bool Maximize)
{
    /// <summary>Whether <paramref name="a"/> is a better value than <paramref name="b"/>. NaN is worse than any number.</summary>
    public bool IsBetter(double a, double b) => !double.IsNaN(a) && (double.IsNaN(b) || (Maximize ? a > b : a < b));
}
