using System.Text.Json;

namespace MultiRunner.Results;

/// <summary>How names of metrics are written and compared.</summary>
internal static class MetricNames
{
    /// <summary>Names that differ only in case are one metric.</summary>
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>The name as it is written: camel case, so that a property <c>LogLoss</c> becomes <c>logLoss</c>.</summary>
    public static string Written(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
