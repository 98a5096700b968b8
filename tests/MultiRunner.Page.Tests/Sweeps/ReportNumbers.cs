using System.Text.Json;

namespace MultiRunner.Page.Tests.Sweeps;

/// <summary>The numbers of a report.json, as the tests compare them.</summary>
internal static class ReportNumbers
{
    /// <summary>The configurations in the order of their ranks.</summary>
    public static IReadOnlyList<JsonElement> Configurations(this ReportPage page) =>
        [.. page.Report.GetProperty("configurations").EnumerateArray()];

    public static IReadOnlyList<JsonElement> Points(this ReportPage page) => [.. page.Report.GetProperty("points").EnumerateArray()];

    public static double Argument(this JsonElement of, string parameter) => of.GetProperty("arguments").GetProperty(parameter).GetDouble();

    public static double Mean(this JsonElement configuration) => configuration.GetProperty("objective").GetProperty("mean").GetDouble();

    public static double Metric(this JsonElement of, string metric) => of.GetProperty("metrics").GetProperty(metric).GetDouble();

    public static string State(this JsonElement point) => point.GetProperty("state").GetString()!;
}
