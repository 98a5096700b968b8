namespace MultiRunner.Reports.Comparing;

internal static class ComparisonPage
{
    public static string Print(SweepComparison comparison) => "";
}
