using System.Globalization;

namespace MultiRunner.Benchmarks;

/// <summary>A figure that a benchmark measured, and what it is to be.</summary>
/// <param name="What">What was measured, as the subject of a sentence.</param>
/// <param name="Measured">The figure, in the unit of the limit.</param>
/// <param name="Limit">What it is to be at most or at least.</param>
/// <param name="Unit">The unit with a space before it; empty for a ratio.</param>
internal sealed record Aim(string What, double Measured, double Limit, string Unit = "")
{
    /// <summary>How a line about an aim begins that is met.</summary>
    public const string Met = "The aim is met: ";

    /// <summary>How a line about an aim begins that is missed.</summary>
    public const string Missed = "**The aim is missed**: ";

    /// <summary>How a line about an aim begins of which the figures do not say enough.</summary>
    public const string Open = "The aim is open: ";

    /// <summary>Whether more is better.</summary>
    public bool IsLeast { get; init; }

    /// <summary>Whether the figure is what it is to be.</summary>
    public bool IsMet => IsLeast ? Measured >= Limit : Measured <= Limit;

    /// <summary>One sentence in Markdown.</summary>
    public override string ToString() =>
        $"{(IsMet ? Met : Missed)}{What} {Text(Measured)}{Unit}, and the aim is at {(IsLeast ? "least" : "most")} {Text(Limit)}{Unit}.";

    /// <summary>Prints the sentence as a paragraph of its own.</summary>
    public Task Print() => Console.Out.WriteLineAsync($"\n{this}");

    /// <summary>Three digits are enough to compare, and more would not be measured.</summary>
    private static string Text(double value) => value.ToString(Math.Abs(value) < 10 ? "0.##" : "N0", CultureInfo.InvariantCulture);
}
