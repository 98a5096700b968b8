using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace MultiRunner.Definition;

/// <summary>
/// The name of a sweep's directory: another one for each version of each sweep method, on every file system. For a plain C# name
/// it is <c>Namespace.Class.Method</c>, and <c>Namespace.Class.Method@2</c> with the version 2. Where that could be refused, or be
/// taken for another name, a hash follows.
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
    /// <param name="method">The sweep method.</param>
    /// <param name="version">Its version, or null.</param>
    /// <remarks>Overloads would share one, but xunit refuses test methods that have overloads.</remarks>
    public static string Of(MethodInfo method, string? version)
    {
        var full = MethodName.FullNameOf(method);
        var plain = Plain(full);
        if (Devices.Contains(plain.Split('.')[0]))
            plain = $"_{plain}";

        // With a dot in its own name, method C.D of class A.B reads like method D of class A.B.C.
        var isUnique = plain == full && !method.Name.Contains('.', StringComparison.Ordinal) && IsFirstOfItsLetters(method, full);
        if (version is not null)
        {
            plain = $"{plain}@{Plain(version)}";
            isUnique &= IsUnique(version);
        }

        return isUnique && plain.Length <= Longest
            ? plain
            : $"{plain[..Math.Min(plain.Length, Longest - HashDigits - 1)]}-{HashOf(method, version)}";
    }

    private static string Plain(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' ? c : '-'));

    /// <summary>
    /// Whether a version is like no other one. The code names one version at a time. So which others there were is not known, and
    /// versions that differ only in case can be told apart by capital letters alone. Windows drops a dot at the end of a name.
    /// </summary>
    private static bool IsUnique(string version) =>
        Plain(version) == version && !version.Any(char.IsAsciiLetterUpper) && !version.EndsWith('.');

    /// <summary>Where case is ignored, names that differ in case only are one. The first of them in ordinal order keeps it.</summary>
    private static bool IsFirstOfItsLetters(MethodInfo method, string full) =>
        SweepMethods.NamedLike(method).All(other => string.CompareOrdinal(full, MethodName.FullNameOf(other)) <= 0);

    private static string HashOf(MethodInfo method, string? version)
    {
        // No name in an assembly holds a NUL, for there it ends a name, and no version has control characters.
        var type = method.ReflectedType!;
        var name = type.FullName![(type.Namespace is { Length: > 0 } space ? space.Length + 1 : 0)..];
        var whole = string.Join('\0', type.Assembly.GetName().Name, type.Namespace, name, method.Name);
        if (version is not null)
            whole += $"\0{version}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..HashDigits];
    }
}
