namespace MultiRunner.Tests.Packages;

/// <summary>
/// Visual Studio builds with the MSBuild of .NET Framework, which has fewer functions than that of <c>dotnet build</c>. A call of one
/// that it lacks fails each build of each user there.
/// </summary>
public sealed class PropertyFunctionTests
{
    /// <summary>Functions that both have. MSBuild's own ones take any number of arguments that they understand.</summary>
    private static readonly HashSet<string> InBoth =
    [
        "MSBuild::EnsureTrailingSlash", "MSBuild::Escape", "MSBuild::GetDirectoryNameOfFileAbove", "MSBuild::GetPathOfFileAbove",
        "MSBuild::IsOSPlatform", "MSBuild::NormalizeDirectory", "MSBuild::NormalizePath", "MSBuild::ValueOrDefault", "MSBuild::VersionEquals",
        "MSBuild::VersionGreaterThan", "MSBuild::VersionGreaterThanOrEquals", "MSBuild::VersionLessThan",
        "MSBuild::VersionLessThanOrEquals", "MSBuild::GetTargetFrameworkIdentifier", "MSBuild::GetTargetFrameworkVersion",
        "MSBuild::IsTargetFrameworkCompatible",
        "System.IO.Directory::GetDirectories/1", "System.IO.File::ReadAllText/1", "System.IO.Path::Combine/2",
        "System.IO.Path::GetDirectoryName/1", "System.IO.Path::GetFileName/1",
        "System.IO.Path::GetFullPath/1", "System.String::Copy/1", "System.String::IsNullOrEmpty/1",
        "System.Text.RegularExpressions.Regex::IsMatch/2", "System.Text.RegularExpressions.Regex::Match/2",
        "String::Contains/1", "String::EndsWith/1", "String::Replace/2", "String::Split/1", "String::StartsWith/1", "String::Substring/1",
        "String::Substring/2", "String::ToLowerInvariant/0", "String::ToUpperInvariant/0", "String::Trim/0", "String::TrimEnd/1",
    ];

    [Fact]
    public void Projects_and_the_files_of_packages_call_only_functions_that_Visual_Studio_has()
    {
        var files = MSBuildFiles().ToList();
        Assert.Contains(Path.Combine(Feed.RepositoryRoot, "src", "MultiRunner.Xunit", "build", "MultiRunner.Xunit.targets"), files);

        var unknown = files
            .SelectMany(file => NotInBoth(File.ReadAllText(file)).Select(call => $"{Path.GetRelativePath(Feed.RepositoryRoot, file)}: {call}"))
            .ToList();

        Assert.True(
            unknown.Count == 0,
            $"The MSBuild of .NET Framework may lack these functions: {string.Join(", ", unknown)}. Call others, or look them up in the "
            + "documentation of .NET Framework 4.7.2 and add them to the list.");
    }

    [Theory]
    [InlineData("$([System.IO.Path]::GetFullPath('$(A)', '$(B)'))x", "System.IO.Path::GetFullPath/2")]
    [InlineData("$([System.IO.Path]::GetFileName($([System.IO.Path]::Join('a', 'b'))))", "System.IO.Path::Join/2")]
    [InlineData("$([System.IO.Path]::GetRelativePath('a, b', 'c'))", "System.IO.Path::GetRelativePath/2")]
    [InlineData("'$([System.OperatingSystem]::IsWindows())' == 'true'", "System.OperatingSystem::IsWindows/0")]
    [InlineData("$(Name.Replace('a', 'b', 'Ordinal'))", "String::Replace/3")]
    public void A_function_that_Visual_Studio_lacks_is_found(string expression, string call)
    {
        Assert.Equal([call], NotInBoth($"""<Project Condition="{expression}" />"""));
        Assert.Equal([call], NotInBoth($"<Project><PropertyGroup><A>{expression}</A></PropertyGroup></Project>"));
    }

    [Theory]
    [InlineData("$([MSBuild]::NormalizePath('$(A)', 'b(', 'c'))")]
    [InlineData("$([System.IO.Path]::GetFullPath('$(A), $(B)'))")]
    [InlineData("$(Name.Trim())")]
    [InlineData("System.OperatingSystem.IsWindows()")]
    public void Other_functions_and_words_pass(string expression) =>
        Assert.Empty(NotInBoth($"""<Project Condition="{expression}"><!-- $([System.IO.Path]::Join('a', 'b')) --></Project>"""));

    private static IEnumerable<string> NotInBoth(string xml) =>
        PropertyFunctions.In(xml).Where(call => !InBoth.Contains(call) && !InBoth.Contains(call.Split('/')[0]));

    private static IEnumerable<string> MSBuildFiles() =>
        Directory.EnumerateFiles(Feed.RepositoryRoot, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".props" or ".targets" or ".csproj")
            .Where(file => !Path.GetRelativePath(Feed.RepositoryRoot, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
}
