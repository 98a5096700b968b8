using Xunit;

namespace MultiRunner.Core.Tests.Architecture;

/// <summary>A line of the library fits a window beside another one.</summary>
public class LinesTests
{
    private const int Most = 139;

    [Fact]
    public void Lines_end_before_column_140()
    {
        var tooLong = SourceFiles.Of("")
            .SelectMany(file => File.ReadLines(file).Select((line, i) => (Place: $"{Path.GetFileName(file)}:{i + 1}", line.Length)))
            .Where(line => line.Length > Most)
            .Select(line => line.Place);

        Assert.Empty(tooLong);
    }
}
