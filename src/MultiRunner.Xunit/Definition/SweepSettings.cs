using System.Globalization;
using System.Reflection;
using MultiRunner.Membership;

namespace MultiRunner.Definition;

/// <summary>
/// How a sweep is run, from the strongest to the weakest: an environment variable (<c>MULTIRUNNER_MAX_ERRORS</c>), the attribute,
/// an MSBuild property of the test project (<c>MultiRunnerMaxErrors</c>), the default.
/// </summary>
internal static class SweepSettings
{
    public static readonly SweepOptions Default = new();

    /// <summary>Reads all settings.</summary>
    /// <exception cref="GridException">One of them is not what it must be.</exception>
    public static SweepOptions Read(string sweep, SweepTheoryAttribute attribute, Assembly assembly, Func<string, string?> environment)
    {
        var metadata = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value);
        return new SweepOptions
        {
            MaxAttempts = Get("MAX_ATTEMPTS", "MaxAttempts", attribute.GivenMaxAttempts, ParseCount, "a whole number of at least 1") ?? Default.MaxAttempts,
            MaxErrors = Get("MAX_ERRORS", "MaxErrors", attribute.GivenMaxErrors, ParseCount, "a whole number of at least 1") ?? Default.MaxErrors,
            Lease = TimeSpan.FromSeconds(Get("LEASE", "Lease", attribute.GivenLease, ParseSeconds, "a number of seconds from 1 to 86400") ?? Default.Lease.TotalSeconds),
            Patience = TimeSpan.FromSeconds(Get("PATIENCE", "Patience", given: null, ParseSeconds, "a number of seconds from 1 to 86400") ?? Default.Patience.TotalSeconds),
            Speculation = Get("SPECULATION", "Speculation", attribute.GivenSpeculation, ParseSpeculation, "Auto, Always or Never") ?? Default.Speculation,
            GpusPerPoint = Get("GPUS_PER_POINT", "Gpus", attribute.GivenGpus, ParseGpus, "a whole number of at least 0", "GpusPerPoint") ?? Default.GpusPerPoint,
        };

        T? Get<T>(string variable, string property, T? given, Func<string, T?> parse, string rule, string? buildProperty = null)
            where T : struct
        {
            var (source, text) = environment($"MULTIRUNNER_{variable}") is { Length: > 0 } fromEnvironment
                ? ($"the environment variable MULTIRUNNER_{variable}", fromEnvironment)
                : given is not null
                    ? ($"{property} of [SweepTheory]", Convert.ToString(given, CultureInfo.InvariantCulture)!)
                    : metadata[$"MultiRunner{buildProperty ?? property}"].FirstOrDefault() is { Length: > 0 } fromBuild
                        ? ($"the MSBuild property MultiRunner{buildProperty ?? property}", fromBuild)
                        : ("", "");
            if (text.Length == 0)
                return null;
            return parse(text) ?? throw new GridException($"{sweep}: {source} must be {rule}, but it is '{text}'. Correct it, or remove it for the default.");
        }
    }

    private static int? ParseCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 ? count : null;

    private static int? ParseGpus(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static double? ParseSeconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 86400 ? seconds : null;

    private static Speculation? ParseSpeculation(string text) =>
        Enum.TryParse<Speculation>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
