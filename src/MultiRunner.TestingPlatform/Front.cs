namespace MultiRunner.TestingPlatform;

/// <summary>Who shows what the test application says.</summary>
internal enum Front
{
    /// <summary>The application itself, on its console.</summary>
    Console,

    /// <summary><c>dotnet test</c>.</summary>
    DotnetTest,

    /// <summary>An editor.</summary>
    Editor,
}
