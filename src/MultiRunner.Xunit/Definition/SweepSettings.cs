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
            MaxAttempts = Get(TextSettings.MaxAttempts, "MaxAttempts", attribute.GivenMaxAttempts) ?? Default.MaxAttempts,
            MaxErrors = Get(TextSettings.MaxErrors, "MaxErrors", attribute.GivenMaxErrors) ?? Default.MaxErrors,
            Lease = Get(TextSettings.Lease, "Lease", attribute.GivenLease) is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : Default.Lease,
            Patience = Get(TextSettings.Patience, "Patience", given: null) is { } patience
                ? TimeSpan.FromSeconds(patience)
                : Default.Patience,
            Speculation = Get(TextSettings.Speculation, "Speculation", attribute.GivenSpeculation) ?? Default.Speculation,
            Order = Get(TextSettings.Order, "Order", attribute.OrderAsWritten) ?? Default.Order,
            SummaryAbove = Get(TextSettings.SummaryAbove, "SummaryAbove", attribute.GivenSummaryAbove) ?? Default.SummaryAbove,
            GpusPerPoint = Get(TextSettings.GpusPerPoint, "Gpus", attribute.GivenGpus, "GpusPerPoint") ?? Default.GpusPerPoint,
        };

        T? Get<T>(SweepSetting<T> setting, string property, T? given, string? buildProperty = null)
            where T : struct
        {
            var (source, text) = environment(setting.Variable) is { Length: > 0 } fromEnvironment
                ? ($"the environment variable {setting.Variable}", fromEnvironment)
                : given is not null
                    ? ($"{property} of [SweepTheory]", Convert.ToString(given, CultureInfo.InvariantCulture)!)
                    : metadata[$"MultiRunner{buildProperty ?? property}"].FirstOrDefault() is { Length: > 0 } fromBuild
                        ? ($"the MSBuild property MultiRunner{buildProperty ?? property}", fromBuild)
                        : ("", "");
            if (text.Length == 0)
                return null;
            return setting.Parse(text)
                ?? throw new GridException(Messages.WrongSetting(sweep, source, setting.Rule, text));
        }
    }
}
