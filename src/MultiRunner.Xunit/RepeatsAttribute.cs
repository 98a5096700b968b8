using System.Reflection;

namespace MultiRunner;

/// <summary>
/// Marks a parameter whose values only tell the repeats of one configuration apart, such as the seed of a random number generator.
/// Each repeat is a point of its own. Reports compare configurations by the means over their repeats.
/// </summary>
/// <remarks>
/// <c>[Repeats(5)]</c> gives an integer parameter the values 0 to 4. <c>[Repeats]</c> without a number marks a parameter whose values
/// come from other attributes: <c>[Values(17, 23, 99), Repeats] int seed</c>, or rows such as those of <c>[InlineData]</c>. When
/// several parameters are repeats, such as a seed and a fold, each combination of their values is a repeat.
/// </remarks>
/// <example>
/// Each of the three batch sizes is run with five seeds, and the best batch size is the one whose mean over the seeds is best.
/// <code>
/// [SweepTheory(Maximize = "result")]
/// public double Train([Values(16, 64, 256)] int batchSize, [Repeats(5)] int seed) => Net.Train(batchSize, new Random(seed));
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RepeatsAttribute : Attribute, IAxisValues
{
    /// <summary>Marks a parameter whose values come from other attributes or from rows.</summary>
    public RepeatsAttribute()
    {
    }

    /// <summary>Gives an integer parameter the values from 0 to <paramref name="count"/> - 1, and marks it.</summary>
    /// <param name="count">How many repeats there are, from 1.</param>
    public RepeatsAttribute(int count) => GivenCount = count;

    /// <summary>The number in the attribute, or null where there is none.</summary>
    internal int? GivenCount { get; }

    /// <inheritdoc/>
    public IEnumerable<object?> GetValues(ParameterInfo parameter) => Enumerable.Range(0, Math.Max(0, GivenCount ?? 0)).Cast<object?>();
}
