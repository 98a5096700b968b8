using System.Security.Cryptography;
using System.Text;

namespace MultiRunner.Reports.Formatting;

/// <summary>A digest (SHA-256) of texts.</summary>
internal sealed class TextDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = new byte[1024];

    /// <summary>The digest of some texts.</summary>
    public static string Of(params IEnumerable<string> texts)
    {
        using var digest = new TextDigest();
        foreach (var text in texts)
            digest.Add(text);
        return digest.End();
    }

    /// <summary>Adds a text.</summary>
    public void Add(string text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) >= buffer.Length)
            buffer = new byte[Encoding.UTF8.GetMaxByteCount(text.Length) + 1];
        var length = Encoding.UTF8.GetBytes(text, buffer);
        buffer[length] = (byte)'\n';
        hash.AppendData(buffer, 0, length + 1);
    }

    /// <summary>The digest of all that was added, in lower-case hexadecimal digits.</summary>
    public string End() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();
}
