using System.Security.Cryptography;
using System.Text;

namespace MultiRunner.Reports.Exporting;

/// <summary>Ids for formats that want a GUID: the same for the same names, so that two exports can be compared.</summary>
internal static class CaseId
{
    private const int Bytes = 16;

    /// <summary>The id of what these names name together.</summary>
    public static Guid Of(params IEnumerable<string?> names) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', names))).AsSpan(0, Bytes));
}
