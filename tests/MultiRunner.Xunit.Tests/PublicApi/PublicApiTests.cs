using System.Reflection;

namespace MultiRunner.Tests.PublicApi;

/// <summary>
/// The public API, as text that was reviewed. A change of it is a change of the <c>.verified.txt</c> beside this file: on a
/// difference what was found is written to <c>.received.txt</c>, to be looked at and copied over.
/// </summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("MultiRunner.Core")]
    [InlineData("MultiRunner.Xunit")]
    public void Is_what_was_reviewed(string assembly)
    {
        var file = Path.Combine(SubjectRunner.ProjectDirectory, "PublicApi", assembly);
        var received = PublicApiPrinter.Print(Assembly.Load(assembly));
        var verified = File.Exists($"{file}.verified.txt") ? File.ReadAllText($"{file}.verified.txt").ReplaceLineEndings("\n") : "";
        if (received != verified)
            File.WriteAllText($"{file}.received.txt", received);

        Assert.Equal(verified, received);
    }
}
