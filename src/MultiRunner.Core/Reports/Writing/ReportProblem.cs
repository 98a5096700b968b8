namespace MultiRunner.Reports.Writing;

/// <summary>A heading, the points that it is about, and what to do.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Points">The points, and what went wrong at each.</param>
/// <param name="Notes">Sentences below them.</param>
internal sealed record ReportProblem(string Title, IReadOnlyList<FailedPointText> Points, IReadOnlyList<string> Notes);
