using System.Globalization;
using System.Numerics;

namespace MultiRunner.Results;

/// <summary>The messages about results that cannot be recorded.</summary>
internal static class Messages
{
    public static string NotRecordable(string sweep, string what) =>
        $"{sweep}: what a sweep returns is recorded, so it must be a number, or a tuple, record, class or dictionary of numbers, bools, "
        + $"texts, enums or times, but it returns {what}. Return numbers, mark a property with [JsonIgnore], or return nothing and call "
        + "Sweep.Current.Record(name, value).";

    public static string AmbiguousParts(string sweep, Type type, IEnumerable<(string One, string Other)> pairs) =>
        $"{sweep}: {MetricNames.Ambiguous(pairs)} The names are those of the {type.Name} that the method returns. A property can also be "
        + "marked with [JsonIgnore].";

    public static string PartsNotShown(string sweep, Type type, IEnumerable<string> names) =>
        $"{sweep}: {MetricNames.NotShown(names)} The names are those of the {type.Name} that the method returns.";

    public static string NotExact(string name, BigInteger value)
    {
        var number = value.ToString(BigInteger.Abs(value) < UInt128.MaxValue ? "D" : "E10", CultureInfo.InvariantCulture);
        return $"A metric is a double, which cannot hold every whole number beyond 2^53, but '{name}' is {number}. Return it as a text, "
            + "or convert it to double if rounding does no harm.";
    }

    public static string RecordedTooLate(string name) =>
        $"Values can be recorded only while the attempt runs, but '{name}' is recorded after its end. Its result has already been "
        + "stored or discarded. Let the method wait for everything that records values.";

    public static string NumberAndText(string name) =>
        $"A name stands either for a number or for a text, but '{name}' stands for both. Rename one of them.";
}
