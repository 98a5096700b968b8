namespace MultiRunner.Cli.Running;

/// <summary>The arguments of <c>dotnet test</c>, and which of them <c>dotnet build</c> needs for the same target.</summary>
internal sealed record TestArguments
{
    private const string NoBuild = "--no-build";

    // Options with a value that both commands have, and that decide what is built or where to.
    private static readonly string[] OfBoth =
    [
        "-c", "--configuration", "-f", "--framework", "-r", "--runtime", "-a", "--arch", "--os", "-o", "--output", "-v", "--verbosity",
        "-p", "--property", "--artifacts-path",
    ];

    private static readonly string[] FlagsOfBoth =
        ["--no-restore", "--nologo", "--interactive", "--use-current-runtime", "--ucr", "--disable-build-servers"];

    // Options with a value that concern the tests alone: their values are no target.
    private static readonly string[] OfTests =
    [
        "--filter", "-s", "--settings", "-l", "--logger", "--results-directory", "--collect", "-d", "--diag", "-e", "--environment",
        "--test-adapter-path", "--blame-crash-dump-type", "--blame-hang-dump-type", "--blame-hang-timeout", "--test-modules",
        "--root-directory", "--max-parallel-test-modules", "--minimum-expected-tests",
    ];

    // With Microsoft.Testing.Platform the target is the value of an option.
    private static readonly string[] Targets = ["--project", "--solution"];

    private TestArguments(IReadOnlyList<string> test, IReadOnlyList<string>? build) => (Test, Build) = (test, build);

    /// <summary>The arguments of <c>dotnet</c> that run the tests and build nothing.</summary>
    public IReadOnlyList<string> Test { get; }

    /// <summary>The arguments of <c>dotnet</c> that build what is to be tested; null when there is nothing to build.</summary>
    public IReadOnlyList<string>? Build { get; }

    /// <summary>Takes apart what a user would give <c>dotnet test</c>.</summary>
    public static TestArguments Of(IReadOnlyList<string> arguments)
    {
        var build = new List<string>();
        string? target = null;
        var isBuilt = false;

        // What follows "--" is for the test runner alone.
        var ours = arguments.TakeWhile(argument => argument != "--").ToList();
        for (var i = 0; i < ours.Count; i++)
        {
            var argument = ours[i];
            var name = argument.Split('=', ':')[0];
            var hasValue = name.Length < argument.Length;
            var value = hasValue ? argument[(name.Length + 1)..] : i + 1 < ours.Count ? ours[i + 1] : null;
            if (argument == NoBuild)
                isBuilt = true;
            else if (FlagsOfBoth.Contains(argument) || IsOfMSBuild(argument))
                build.Add(argument);
            else if (OfBoth.Contains(name) || Targets.Contains(name) || OfTests.Contains(name))
            {
                if (Targets.Contains(name))
                    target ??= value;
                else if (OfBoth.Contains(name))
                    build.AddRange(hasValue ? [argument] : value is null ? [name] : [name, value]);
                i += hasValue ? 0 : 1;
            }
            else if (!argument.StartsWith('-') && IsTarget(argument))
                target ??= argument;
        }

        // An assembly is run as it is; VSTest does not know the option then.
        if (target is not null && IsAssembly(target))
            return new TestArguments(["test", .. arguments], build: null);
        return new TestArguments(
            ["test", .. isBuilt ? Array.Empty<string>() : [NoBuild], .. arguments],
            isBuilt ? null : ["build", .. target is null ? Array.Empty<string>() : [target], .. build]);
    }

    /// <summary>
    /// Whether both commands hand an argument on to MSBuild, such as <c>/p:A=1</c>, <c>-P:A=1</c> and <c>/property:A=1</c>. Case does not
    /// count in a switch of MSBuild. What is to be made of the target is for the tests alone.
    /// </summary>
    private static bool IsOfMSBuild(string argument)
    {
        if (argument.Length < 2 || argument[0] is not ('/' or '-') || !argument.Contains(':', StringComparison.Ordinal))
            return false;
        var name = argument[1..argument.IndexOf(':', StringComparison.Ordinal)];
        return name.Length > 0 && name.All(char.IsAsciiLetter)
            && !name.Equals("t", StringComparison.OrdinalIgnoreCase) && !name.Equals("target", StringComparison.OrdinalIgnoreCase)
            && (argument[0] == '/' || !(OfBoth.Contains($"-{name}") || OfTests.Contains($"-{name}")));
    }

    /// <summary>A project, a solution, or a directory with one. Anything else is the value of an option that is not known here.</summary>
    private static bool IsTarget(string argument) =>
        argument.EndsWith("proj", StringComparison.OrdinalIgnoreCase)
        || Path.GetExtension(argument).ToUpperInvariant() is ".SLN" or ".SLNX" or ".SLNF"
        || IsAssembly(argument)
        || Directory.Exists(argument);

    private static bool IsAssembly(string argument) => Path.GetExtension(argument).ToUpperInvariant() is ".DLL" or ".EXE";
}
