using System.Globalization;
using System.Numerics;

namespace MultiRunner.Results;

/// <summary>What this room says to people.</summary>
internal static class Messages
{
    public static string NotRecordable(string sweep, string what) =>
        $"{sweep}: what a sweep returns is recorded, so it must be a number, or a tuple, record, class or dictionary of numbers, bools, "
        + $"texts, enums or times, but it returns {what}. Return numbers, mark a property with [JsonIgnore], or return nothing and call "
        + "Sweep.Current.Record(name, value).";

    public static string AmbiguousParts(string sweep, Type type, IEnumerable<(string One, string Other)> pairs) =>
        $"{sweep}: {MetricNames.Ambiguous(pairs)} It is the {type.Name} that the method returns; a property can also be marked with "
        + "[JsonIgnore].";

    public static string NotExact(string name, BigInteger value)
    {
        var number = value.ToString(BigInteger.Abs(value) < UInt128.MaxValue ? "D" : "E10", CultureInfo.InvariantCulture);
        return $"A metric is a double, which does not hold every whole number beyond 2^53, but '{name}' is {number}. Return it as a text, "
            + "or convert it to double where rounding does no harm.";
    }

    public static string RecordedTooLate(string name) =>
        $"Values are recorded while the attempt runs, but '{name}' comes after its end, when its result has been stored or given up. "
        + "Wait in the method for everything that records.";

    public static string NumberAndText(string name) =>
        $"A name stands for a number or for a text, but '{name}' stands for both here. Rename one of them.";
}
