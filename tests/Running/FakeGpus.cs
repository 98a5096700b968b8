using System.Globalization;
using System.Runtime.InteropServices;

namespace MultiRunner.Tests.Running;

/// <summary>A host of the test's own, as far as GPUs go: a directory for the PATH with made-up tools in it, and one for lending.</summary>
internal sealed class FakeGpus : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("multirunner-gpus-").FullName;

    /// <summary>With an nvidia-smi that lists so many idle GPUs, and without any tool when it is 0.</summary>
    public FakeGpus(int count = 0)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A script of a Unix shell stands in for the tools that list GPUs.");
        if (count > 0)
            Add("nvidia-smi", string.Concat(Enumerable.Range(0, count).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}, GPU-{n}0000000-d72c-4106-c12f-20bd9faed9f6, 4, 81559, 0\n"))));
    }

    /// <summary>Where the GPUs are lent.</summary>
    public string Lending => Path.Combine(path, "lending");

    /// <summary>What the processes of this host have in their environment.</summary>
    public (string Name, string? Value)[] Environment =>
    [
        ("PATH", $"{path}:/usr/bin:/bin"),
        ("MULTIRUNNER_GPU_DIRECTORY", Lending),
        ("CUDA_VISIBLE_DEVICES", null),

        // The executable must find its runtime without the PATH.
        ("DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."))),
    ];

    /// <summary>The same for code in this process.</summary>
    public string? Variable(string name) => name == "PATH" ? path : Environment.FirstOrDefault(e => e.Name == name).Value;

    /// <summary>Puts a tool there.</summary>
    public void Add(string name, string output, int exitCode = 0)
    {
        // A link to one script for all: a script that was only just written cannot be run while a process that another test is
        // starting still has it open.
        var tool = Path.Combine(path, name);
        File.CreateSymbolicLink(tool, Path.GetFullPath(Path.Combine(SubjectRunner.ProjectDirectory, "..", "fake-gpu-tool.sh")));
        File.WriteAllText($"{tool}.output", output);
        File.WriteAllText($"{tool}.exit", exitCode.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>How a tool was called.</summary>
    public string Calls(string name) => File.ReadAllText(Path.Combine(path, $"{name}.calls")).Replace($"{path}/", "", StringComparison.Ordinal);

    /// <summary>The notes in the files of the GPUs, by the first digit of their UUID.</summary>
    public IReadOnlyDictionary<int, string> Notes => Directory.GetFiles(Lending, "*.lent")
        .ToDictionary(file => Path.GetFileName(file)[4] - '0', Read);

    public void Dispose() => Directory.Delete(path, recursive: true);

    // .NET's own reading asks for the lock; a person's cat does not.
    private static string Read(string file) => System.Text.Encoding.UTF8.GetString(Storage.Posix.Read(file)!);
}
