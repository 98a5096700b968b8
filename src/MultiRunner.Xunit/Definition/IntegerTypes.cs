using System.Numerics;

namespace MultiRunner.Definition;

/// <summary>The types of parameters that have whole numbers only.</summary>
internal static class IntegerTypes
{
    private static readonly HashSet<Type> All =
    [
        typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(Int128), typeof(UInt128), typeof(BigInteger),
    ];

    /// <summary>Whether a type is one of them, or the nullable one of it.</summary>
    public static bool Include(Type type) => All.Contains(Nullable.GetUnderlyingType(type) ?? type);
}
