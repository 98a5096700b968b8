using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace MultiRunner.Definition;

/// <summary>
/// The name of a sweep's directory: another one for each sweep method, on every file system. For a plain C# name it is
/// <c>Namespace.Class.Method</c>; where that could be refused, or be taken for another name, a hash of the method follows.
/// </summary>
internal static class SweepDirectoryName
{
    /// <summary>How long a name is at most: some file systems allow 143 bytes, and temporary names are longer by a worker's id.</summary>
    public const int Longest = 120;

    private const int HashDigits = 8;

    // Windows takes a file name for a device when the part before its first dot is one of these, in any case.
    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. "0123456789".SelectMany(digit => new[] { $"com{digit}", $"lpt{digit}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The name.</summary>
    /// <remarks>Overloads would share one, but xunit refuses test methods that have overloads.</remarks>
    public static string Of(MethodInfo method)
    {
        var full = MethodName.FullNameOf(method);
        var plain = string.Concat(full.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' ? c : '-'));
        if (Devices.Contains(plain.Split('.')[0]))
            plain = $"_{plain}";

        // With a dot in its own name, method C.D of class A.B reads like method D of class A.B.C.
        var isUnique = plain == full && plain.Length <= Longest && !method.Name.Contains('.', StringComparison.Ordinal)
            && IsFirstOfItsLetters(method, full);
        return isUnique ? plain : $"{plain[..Math.Min(plain.Length, Longest - HashDigits - 1)]}-{HashOf(method)}";
    }

    /// <summary>Where case is ignored, names that differ in case only are one. The first of them in ordinal order keeps it.</summary>
    private static bool IsFirstOfItsLetters(MethodInfo method, string full) =>
        SweepMethods.NamedLike(method).All(other => string.CompareOrdinal(full, MethodName.FullNameOf(other)) <= 0);

    private static string HashOf(MethodInfo method)
    {
        // No name in an assembly holds a NUL, for there it ends a name.
        var type = method.ReflectedType!;
        var name = type.FullName![(type.Namespace is { Length: > 0 } space ? space.Length + 1 : 0)..];
        var whole = string.Join('\0', type.Assembly.GetName().Name, type.Namespace, name, method.Name);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..HashDigits];
    }
}
