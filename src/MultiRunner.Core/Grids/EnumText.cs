using System.Collections.Concurrent;
using System.Globalization;

namespace MultiRunner.Grids;

/// <summary>
/// An enum as text, whatever the culture of the process and the version of .NET. <see cref="Enum.ToString()"/> writes a number with the
/// minus sign of the culture, and leaves open which of several names of one value it takes.
/// </summary>
internal static class EnumText
{
    private static readonly ConcurrentDictionary<Type, EnumNames> Names = new();

    /// <summary>
    /// The name of the value, or those of its flags. Of several names for one value, it is the first in ordinal order. A value without a
    /// name is written as its number.
    /// </summary>
    public static string Of(Enum value) => Names.GetOrAdd(value.GetType(), type => new EnumNames(type)).Of(value);

    /// <summary>The value with this name, or of flags with these names, in whose text case counts; null when there is none.</summary>
    public static object? Parse(Type type, string text)
    {
        if (Enum.IsDefined(type, text))
            return Enum.Parse(type, text);
        return type.IsDefined(typeof(FlagsAttribute), inherit: false)
            && text.Split(',', StringSplitOptions.TrimEntries).All(name => Enum.IsDefined(type, name))
                ? Enum.Parse(type, text)
                : null;
    }

    /// <summary>The names of one enum type.</summary>
    private sealed class EnumNames
    {
        private readonly bool isFlags;
        private readonly Dictionary<ulong, string> nameOf = [];
        private readonly ulong[] fromLargest;

        public EnumNames(Type type)
        {
            isFlags = type.IsDefined(typeof(FlagsAttribute), inherit: false);
            foreach (var name in Enum.GetNames(type).Order(StringComparer.Ordinal))
                nameOf.TryAdd(Bits((Enum)Enum.Parse(type, name)), name);
            fromLargest = [.. nameOf.Keys.Where(bits => bits != 0).OrderDescending()];
        }

        public string Of(Enum value)
        {
            var bits = Bits(value);
            if (nameOf.TryGetValue(bits, out var name))
                return name;
            var flags = new List<string>();
            var rest = isFlags ? bits : 0;
            foreach (var flag in fromLargest)
            {
                if ((rest & flag) != flag)
                    continue;
                rest &= ~flag;
                flags.Insert(0, nameOf[flag]);
            }

            return rest == 0 && flags.Count > 0
                ? string.Join(", ", flags)
                : ((IFormattable)Convert.ChangeType(value, Enum.GetUnderlyingType(value.GetType()), CultureInfo.InvariantCulture))
                    .ToString(null, CultureInfo.InvariantCulture);
        }

        private static ulong Bits(Enum value) => value.GetTypeCode() == TypeCode.UInt64
            ? Convert.ToUInt64(value, CultureInfo.InvariantCulture)
            : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }
}
