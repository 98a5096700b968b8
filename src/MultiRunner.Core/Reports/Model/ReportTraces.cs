using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Model;

/// <summary>
/// The stack traces of failed attempts, each of them once. A mistake fails at every point with the same one, so a report that has
/// thousands of attempts has a few traces.
/// </summary>
/// <param name="Texts">The traces, each cut where it is very long.</param>
/// <param name="LeftOut">Of how many attempts the trace is left out, because there were too many different ones.</param>
internal sealed record ReportTraces(IReadOnlyList<string> Texts, int LeftOut)
{
    /// <summary>How many different traces a report has at most.</summary>
    public const int Most = 500;

    /// <summary>How many characters a trace has at most.</summary>
    public const int Longest = 8_000;

    /// <summary>No trace.</summary>
    public static ReportTraces None { get; } = new([], 0);

    /// <summary>Gives the attempts of a report the indices of their traces.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
        private readonly List<string> texts = [];
        private int leftOut;

        /// <summary>The index of a trace; null for none, and for one that is left out.</summary>
        public int? IndexOf(string? trace)
        {
            if (string.IsNullOrEmpty(trace))
                return null;
            var cut = Display.Shortened(trace, Longest);
            if (indices.TryGetValue(cut, out var index))
                return index;
            if (texts.Count == Most)
            {
                leftOut++;
                return null;
            }

            texts.Add(cut);
            return indices[cut] = texts.Count - 1;
        }

        /// <summary>The traces that have an index.</summary>
        public ReportTraces Build() => new(texts, leftOut);
    }
}
