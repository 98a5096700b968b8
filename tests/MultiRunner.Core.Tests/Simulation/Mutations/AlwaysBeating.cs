using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>Every look at a heartbeat finds another one: nobody is ever taken for dead.</summary>
internal sealed partial class AlwaysBeating(ISharedDirectory inner) : Detour(inner)
{
    private int beats;

    public override async ValueTask<byte[]?> TryRead(string path)
    {
        var content = await Inner.TryRead(path).ConfigureAwait(false);
        if (content is null || !path.StartsWith("workers/", StringComparison.Ordinal))
            return content;
        return Encoding.UTF8.GetBytes(Beat().Replace(Encoding.UTF8.GetString(content), string.Create(CultureInfo.InvariantCulture, $"\"beat\": {++beats}")));
    }

    [GeneratedRegex("\"beat\": [0-9]+")]
    private static partial Regex Beat();
}
