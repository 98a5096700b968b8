using System.Globalization;

namespace MultiRunner.Membership;

/// <summary>The settings of a sweep that can be given as text.</summary>
internal static class TextSettings
{
    public static readonly SweepSetting<int> MaxAttempts = Count("MAX_ATTEMPTS", least: 1);

    public static readonly SweepSetting<int> MaxErrors = Count("MAX_ERRORS", least: 1);

    public static readonly SweepSetting<double> Lease = Seconds("LEASE");

    public static readonly SweepSetting<double> Patience = Seconds("PATIENCE");

    public static readonly SweepSetting<Speculation> Speculation = new(
        "MULTIRUNNER_SPECULATION",
        "Auto, Always or Never",
        Named<Speculation>);

    public static readonly SweepSetting<Order> Order = new(
        "MULTIRUNNER_ORDER",
        "Shuffled, AsWritten or LongestFirst",
        Named<Order>);

    public static readonly SweepSetting<int> SummaryAbove = Count("SUMMARY_ABOVE", least: 0);

    public static readonly SweepSetting<int> GpusPerPoint = Count("GPUS_PER_POINT", least: 0);

    private static SweepSetting<double> Seconds(string name) => new(
        $"MULTIRUNNER_{name}",
        "a number of seconds from 1 to 86400",
        text => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 1 and <= 86400
                ? seconds
                : null);

    private static SweepSetting<int> Count(string name, int least) => new(
        $"MULTIRUNNER_{name}",
        string.Create(CultureInfo.InvariantCulture, $"a whole number of at least {least}"),
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least ? count : null);

    // Enum.TryParse also takes numbers, blanks around a name, and several names with commas between them.
    private static T? Named<T>(string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }
}
