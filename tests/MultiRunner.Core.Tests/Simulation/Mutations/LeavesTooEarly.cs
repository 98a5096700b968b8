using System.Text;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>A worker says from the first that it holds nothing.</summary>
internal sealed class LeavesTooEarly(ISharedDirectory inner) : Detour(inner)
{
    public override ValueTask Write(string path, ReadOnlyMemory<byte> content) => path.StartsWith("workers/", StringComparison.Ordinal)
        ? Inner.Write(path, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content.Span).Replace("\"state\": \"running\"", "\"state\": \"exited\"", StringComparison.Ordinal)))
        : Inner.Write(path, content);
}
