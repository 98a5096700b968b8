using System.Globalization;
using System.Numerics;

namespace MultiRunner.Grids;

/// <summary>
/// Converts what an attribute can hold to the type of a parameter, where nothing is lost: 1 to 1.0, "Ridge" to an enum, "0.1"
/// to a decimal, which attributes cannot hold.
/// </summary>
internal static class ArgumentConverter
{
    private static readonly Dictionary<Type, Func<string, object>> Parsers = new()
    {
        [typeof(decimal)] = s => decimal.Parse(s, NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(BigInteger)] = s => BigInteger.Parse(s, NumberStyles.Integer, CultureInfo.InvariantCulture),
        [typeof(DateTime)] = s => DateTime.Parse(s, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        [typeof(DateTimeOffset)] = s => DateTimeOffset.Parse(s, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        [typeof(DateOnly)] = s => DateOnly.Parse(s, CultureInfo.InvariantCulture),
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
        if (target.IsInstanceOfType(value))
            return true;
        try
        {
            converted = target.IsEnum ? ToEnum(value, target) : value is string text ? Parse(text, target) : ToNumber(value, target);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or InvalidCastException)
        {
            converted = null;
        }

        return converted is not null;
    }

    private static object? ToEnum(object value, Type target) => value switch
    {
        string name => Enum.IsDefined(target, name) ? Enum.Parse(target, name) : null,
        sbyte or byte or short or ushort or int or uint or long => Enum.ToObject(target, value),
        _ => null,
    };

    private static object? Parse(string text, Type target) => Parsers.TryGetValue(target, out var parse) ? parse(text) : null;

    private static object? ToNumber(object value, Type target)
    {
        if (!IsNumber(value.GetType()) || !IsNumber(target))
            return null;
        if (target == typeof(BigInteger))
            return value is float or double or decimal ? null : BigInteger.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture);
        if (value is float or double && !double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)))
            return target == typeof(float) || target == typeof(double) ? Convert.ChangeType(value, target, CultureInfo.InvariantCulture) : null;
        var converted = Convert.ChangeType(value, target, CultureInfo.InvariantCulture);

        // A double given for a float or a decimal is meant as it is written; everything else must come back unchanged.
        var meantAsWritten = value is double number && (target == typeof(float) || target == typeof(decimal)) && IsInRange(number, converted);
        return meantAsWritten || Convert.ChangeType(converted, value.GetType(), CultureInfo.InvariantCulture).Equals(value) ? converted : null;
    }

    /// <summary>Whether a finite number became neither an infinity nor 0.</summary>
    private static bool IsInRange(double number, object converted) =>
        Convert.ToDouble(converted, CultureInfo.InvariantCulture) is var back && double.IsFinite(back) && (back != 0 || number == 0);

    private static bool IsNumber(Type type) =>
        type == typeof(decimal) || type == typeof(BigInteger)
        || (type.IsPrimitive && type != typeof(bool) && type != typeof(char) && type != typeof(nint) && type != typeof(nuint));
}
