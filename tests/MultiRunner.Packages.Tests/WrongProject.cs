namespace MultiRunner.Tests.Packages;

/// <summary>A project of somebody who does not know yet what a project of sweeps needs.</summary>
/// <param name="Target">What <c>dotnet build</c> or <c>dotnet test</c> runs of it.</param>
/// <param name="Body">What its file says.</param>
internal sealed record WrongProject(string Target, string Body, string Framework = "net10.0")
{
    public const string Build = "BeforeBuild";
    public const string VSTest = "VSTest";
    public const string Platform = "_MTPBuild";

    private const string Exe = "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>";

    private const string NoAssemblyInfo = "<PropertyGroup><GenerateAssemblyInfo>false</GenerateAssemblyInfo></PropertyGroup>";

    /// <summary>The projects by name.</summary>
    public static IReadOnlyDictionary<string, WrongProject> All { get; } = new Dictionary<string, WrongProject>
    {
        ["OldNet"] = new(Build, "", "net8.0"),
        ["Xunit2"] = new(Build, TestSdk + Reference("xunit", "2.9.3")),
        ["Xunit2Unchecked"] = new(Build, TestSdk + Reference("xunit", "2.9.3") + "<PropertyGroup><MultiRunnerCheckProject>false</MultiRunnerCheckProject></PropertyGroup>"),
        ["Xunit2AssembliesExcluded"] = new(Build, Exe + Reference("xunit.v3.mtp-off", "4.0.2") + """<ItemGroup><PackageReference Include="xunit.core" Version="2.9.3" ExcludeAssets="All" /></ItemGroup>"""),
        ["NoXunit"] = new(Build, TestSdk),
        ["NotExe"] = new(Build, Reference("xunit.v3.mtp-off", "4.0.2")),
        ["Xunit2NotExe"] = new(Build, Reference("xunit.v3.mtp-off", "4.0.2") + Reference("xunit.core", "2.9.3")),
        ["PlatformUnderVSTest"] = new(VSTest, Exe + Reference("xunit.v3", "4.0.2")),
        ["NoRunner"] = new(VSTest, Exe + Reference("xunit.v3.mtp-off", "4.0.2")),
        ["NoRunnerBuilt"] = new(Build, Exe + Reference("xunit.v3.mtp-off", "4.0.2")),
        ["NoAdapter"] = new(VSTest, TestSdk + Reference("xunit.v3.mtp-off", "4.0.2")),
        ["OldAdapter"] = new(VSTest, TestSdk + Reference("xunit.v3.mtp-off", "4.0.2") + Reference("xunit.runner.visualstudio", "2.8.2")),
        ["VSTestUnderPlatform"] = new(Platform, TestSdk + Reference("xunit.v3.mtp-off", "4.0.2") + Reference("xunit.runner.visualstudio", "4.0.1")),
        ["NoAssemblyInfo"] = new(Build, Exe + Reference("xunit.v3.mtp-off", "4.0.2") + NoAssemblyInfo + "<PropertyGroup><MultiRunnerLease>60</MultiRunnerLease><MultiRunnerOrder>AsWritten</MultiRunnerOrder></PropertyGroup>"),
        ["NoAssemblyInfoAndNoSettings"] = new(Build, Exe + Reference("xunit.v3.mtp-off", "4.0.2") + NoAssemblyInfo),
        ["NotTests"] = new(VSTest, ""),
        ["Library"] = new(Build + ";" + VSTest, "<PropertyGroup><IsTestProject>false</IsTestProject></PropertyGroup>"),
        ["OtherTests"] = new(Build, TestSdk + """<ItemGroup><PackageReference Remove="MultiRunner.Xunit" /><ProjectReference Include="../Library/Library.csproj" /></ItemGroup>"""),
    };

    private static string TestSdk => Reference("Microsoft.NET.Test.Sdk", "18.11.0");

    /// <summary>The content of its file.</summary>
    public string File(string version) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>{Framework}</TargetFramework></PropertyGroup>
          {Reference("MultiRunner.Xunit", version)}
          {Body}
        </Project>
        """;

    private static string Reference(string id, string version) =>
        $"""<ItemGroup><PackageReference Include="{id}" Version="{version}" /></ItemGroup>""";
}
