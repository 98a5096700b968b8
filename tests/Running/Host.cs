namespace MultiRunner.Tests.Running;

/// <summary>The ways to run xunit v3 tests.</summary>
public enum Host
{
    /// <summary>The test project's own executable.</summary>
    Executable,

    /// <summary><c>dotnet test</c> as it is.</summary>
    VSTest,

    /// <summary><c>dotnet test</c> with Microsoft.Testing.Platform chosen in global.json.</summary>
    TestingPlatform,
}
