using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MultiRunner.Grids;

/// <summary>
/// Converts a value that an attribute can hold to the type of a parameter, where nothing is lost: 1 to 1.0, "Ridge" to an enum, "0.1"
/// to a decimal, which no attribute can hold. The result depends on the value alone, and not on culture, time zone or clock.
/// </summary>
internal static class ArgumentConverter
{
    private const string Date = "yyyy-MM-dd";

    private static readonly string[] Times =
        [Date, .. new[] { "HH:mmK", "HH:mm:ssK", "HH:mm:ss.FFFFFFFK" }.SelectMany(time => new[] { $"{Date}'T'{time}", $"{Date} {time}" })];

    private static readonly Dictionary<Type, Func<string, object>> Numbers = new()
    {
        [typeof(byte)] = Number<byte>,
        [typeof(sbyte)] = Number<sbyte>,
        [typeof(short)] = Number<short>,
        [typeof(ushort)] = Number<ushort>,
        [typeof(int)] = Number<int>,
        [typeof(uint)] = Number<uint>,
        [typeof(long)] = Number<long>,
        [typeof(ulong)] = Number<ulong>,
        [typeof(Int128)] = Number<Int128>,
        [typeof(UInt128)] = Number<UInt128>,
        [typeof(BigInteger)] = Number<BigInteger>,
        [typeof(Half)] = Number<Half>,
        [typeof(float)] = Number<float>,
        [typeof(double)] = Number<double>,
        [typeof(decimal)] = s => Decimal(s),
    };

    // Dates are read in ISO 8601 only, because .NET would complete "13:05" and "29 February" from the clock.
    private static readonly Dictionary<Type, Func<string, object>> Parsers = new()
    {
        [typeof(decimal)] = s => Decimal(s),
        [typeof(BigInteger)] = s => BigInteger.Parse(s, NumberStyles.Integer, CultureInfo.InvariantCulture),
        [typeof(Int128)] = s => Int128.Parse(s, NumberStyles.Integer, CultureInfo.InvariantCulture),
        [typeof(UInt128)] = s => UInt128.Parse(s, NumberStyles.Integer, CultureInfo.InvariantCulture),
        [typeof(DateTime)] = s => DateTime.ParseExact(s, Times, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
        [typeof(DateTimeOffset)] = s => DateTimeOffset.ParseExact(s, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        [typeof(DateOnly)] = s => DateOnly.ParseExact(s, Date, CultureInfo.InvariantCulture),
        [typeof(TimeOnly)] = s => TimeOnly.Parse(s, CultureInfo.InvariantCulture),
        [typeof(TimeSpan)] = s => TimeSpan.Parse(s, CultureInfo.InvariantCulture),
        [typeof(Guid)] = s => Guid.Parse(s),
        [typeof(Version)] = s => Version.Parse(s),
        [typeof(Uri)] = s => new Uri(s, UriKind.RelativeOrAbsolute),
    };

    /// <summary>Whether <paramref name="value"/> can be given to a parameter of <paramref name="type"/>, and what is given.</summary>
    public static bool TryConvert(object? value, Type type, out object? converted)
    {
        converted = value;
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null)
            return !type.IsValueType || target != type;

        // The runtime takes a uint[] for an int[], and the method would read other numbers.
        if (target.IsInstanceOfType(value) && (!target.IsArray || value.GetType() == target || !target.GetElementType()!.IsValueType))
            return true;
        try
        {
            converted =
                target.IsEnum ? ToEnum(value, target) :
                value is ITuple tuple && ValueTuples.Is(target) ? ToTuple(tuple, target) :
                value is string text ? Parse(text, target) :
                value is DateTime time && target == typeof(DateTimeOffset) ? ToOffset(time) :
                ToNumber(value, target);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or InvalidCastException)
        {
            converted = null;
        }

        return converted is not null;
    }

    /// <summary>
    /// Whether this class alone decides which values convert to this type. The conversions of the types themselves lose something
    /// silently, as when 2.5m becomes 2.
    /// </summary>
    public static bool Governs(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var t
        && (t.IsPrimitive || t.IsEnum || t == typeof(string) || Numbers.ContainsKey(t) || Parsers.ContainsKey(t));

    /// <summary>A value as messages show it, in any culture.</summary>
    public static string Describe(object? value) =>
        $"{ArgumentJson.TryFormat(value) ?? Convert.ToString(value, CultureInfo.InvariantCulture)} ({value?.GetType().Name ?? "null"})";

    /// <summary>The remedy for values that do not convert to <paramref name="type"/>, as a message says it.</summary>
    public static string RemedyFor(IEnumerable<object?> values, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (values.Any(value => value is DateTime { Kind: DateTimeKind.Local }))
            return $"A time of DateTimeKind.Local depends on the time zone of the machine. {ArgumentJson.TimeRemedy}";
        if (target == typeof(DateTime) || target == typeof(DateTimeOffset))
            return "Write it in full in ISO 8601, such as \"2024-02-29T13:05:00Z\", or change the type of the parameter.";
        if (target.IsEnum)
            return $"The names of {target.Name} are {NamesOf(target)}, and their case counts. "
                + (target.IsDefined(typeof(FlagsAttribute), inherit: false)
                    ? "Write one of them, or several with commas between them."
                    : "Write one of them.");
        return target == typeof(DateOnly)
            ? "Write it in full in ISO 8601, such as \"2024-02-29\", or change the type of the parameter."
            : "Change the value, or the type of the parameter.";
    }

    private static string NamesOf(Type target)
    {
        const int Most = 10;
        var names = Enum.GetNames(target);
        return string.Join(", ", names.Take(Most)) + (names.Length > Most ? ", ..." : "");
    }

    private static object? ToEnum(object value, Type target) => value switch
    {
        string name => EnumText.Parse(target, name),
        sbyte or byte or short or ushort or int or uint or long or ulong =>
            ToNumber(value, Enum.GetUnderlyingType(target)) is { } number ? Enum.ToObject(target, number) : null,
        _ => null,
    };

    /// <summary>A tuple of the same length whose items all convert.</summary>
    private static object? ToTuple(ITuple tuple, Type target)
    {
        var types = ValueTuples.ItemTypes(target);
        if (!ValueTuples.Is(tuple.GetType()) || tuple.Length != types.Length)
            return null;
        var items = new object?[types.Length];
        for (var i = 0; i < items.Length; i++)
        {
            if (!TryConvert(tuple[i], types[i], out items[i]))
                return null;
        }

        return ValueTuples.Create(target, items);
    }

    private static object? Parse(string text, Type target) => Parsers.TryGetValue(target, out var parse) ? parse(text) : null;

    /// <summary>
    /// A time without an offset is taken as UTC, as in a text. The type's own conversion would take the offset of the machine.
    /// </summary>
    private static DateTimeOffset? ToOffset(DateTime time) =>
        time.Kind == DateTimeKind.Local ? null : new DateTimeOffset(time, TimeSpan.Zero);

    private static object? ToNumber(object value, Type target)
    {
        if (!Numbers.TryGetValue(value.GetType(), out var readBack) || !Numbers.TryGetValue(target, out var read))
            return null;
        var converted = read(Text(value));

        // A number that is given for a type with fewer binary digits is meant as it is written. All others must come back unchanged.
        var meantAsWritten = (value is double && converted is float or Half) || (value is float && converted is Half);
        return (meantAsWritten && IsInRange(value, converted)) || readBack(Text(converted)).Equals(value) ? converted : null;
    }

    /// <summary>Whether a finite number became neither an infinity nor 0.</summary>
    private static bool IsInRange(object number, object converted)
    {
        double before = AsDouble(number), after = AsDouble(converted);
        return double.IsFinite(after) && (after != 0 || before == 0);
    }

    private static double AsDouble(object number) =>
        number is Half half ? (double)half : Convert.ToDouble(number, CultureInfo.InvariantCulture);

    private static object Number<T>(string text)
        where T : INumberBase<T> => T.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Reads a decimal, which must hold every digit of the text.</summary>
    private static decimal Decimal(string text)
    {
        var value = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return BigDecimal.Parse(text).IsSameAs(BigDecimal.Parse(Text(value))) ? value : throw new OverflowException();
    }

    /// <summary>The shortest text that is the number.</summary>
    private static string Text(object number) => ((IFormattable)number).ToString(null, CultureInfo.InvariantCulture);
}
