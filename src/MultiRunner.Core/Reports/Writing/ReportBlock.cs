namespace MultiRunner.Reports.Writing;

/// <summary>
/// A part of the report for people, with its texts ready to be shown. <see cref="ReportDocument"/> says which there are and in
/// which order; each text format decides how they look.
/// </summary>
internal abstract record ReportBlock
{
    /// <summary>The beginning: what the sweep is and what it has come to.</summary>
    /// <param name="Sweep">Namespace, class and method.</param>
    /// <param name="Counts">How many points are in which state.</param>
    /// <param name="Sources">How the points were chosen, and which builds the results are of, where that is not plain.</param>
    /// <param name="Best">The best configuration, or why there is none.</param>
    /// <param name="Notes">How sure that is, and what is left out, a sentence or two each.</param>
    internal sealed record Summary(string Sweep, string Counts, IReadOnlyList<string> Sources, string Best, IReadOnlyList<string> Notes)
        : ReportBlock;

    /// <summary>The heading of what follows.</summary>
    /// <param name="Id">A name that stays the same, for links to what follows.</param>
    /// <param name="Text">The heading.</param>
    internal sealed record Heading(string Id, string Text) : ReportBlock;

    /// <summary>A list of warnings.</summary>
    /// <param name="Texts">A sentence or two for each.</param>
    internal sealed record Warnings(IReadOnlyList<string> Texts) : ReportBlock;

    /// <summary>Sentences that need no heading of their own.</summary>
    /// <param name="Texts">Each of them is a paragraph.</param>
    internal sealed record Paragraphs(IReadOnlyList<string> Texts) : ReportBlock;

    /// <summary>Details under a heading of their own, which a format may fold away until somebody asks for them.</summary>
    /// <param name="Id">What links and scripts call it.</param>
    /// <param name="Text">The heading.</param>
    /// <param name="Blocks">The details.</param>
    internal sealed record Folded(string Id, string Text, IReadOnlyList<ReportBlock> Blocks) : ReportBlock;

    /// <summary>Where the report lies.</summary>
    /// <param name="Directory">The full path of the sweep directory.</param>
    internal sealed record Place(string Directory) : ReportBlock;
}
