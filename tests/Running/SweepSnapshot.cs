using System.Globalization;
using System.Text.Json;

namespace MultiRunner.Tests.Running;

/// <summary>What a sweep directory held when a run had ended, by relative path.</summary>
public sealed class SweepSnapshot
{
    private readonly Dictionary<string, string> files;

    private SweepSnapshot(Dictionary<string, string> files) => this.files = files;

    /// <summary>The state files in order, without the worker in their names.</summary>
    public IReadOnlyList<string> States =>
    [
        .. Names("ini/").Where(name => char.IsAsciiDigit(name[0])).Select(name => name.Split('.')[0]).OrderBy(name => int.Parse(name.Split('_')[0], CultureInfo.InvariantCulture)),
    ];

    /// <summary>The names in results/, in order.</summary>
    public IReadOnlyList<string> Results => Names("results/");

    /// <summary>The records of failed attempts.</summary>
    public IReadOnlyList<JsonElement> Attempts => [.. Names("attempts/").Select(name => Json($"attempts/{name}"))];

    /// <summary>The newest manifest.</summary>
    public JsonElement Manifest
    {
        get
        {
            var revision = 2;
            while (files.ContainsKey($"revisions/{revision}/sweep.json"))
                revision++;
            return Json(revision == 2 ? "ini/sweep.json" : $"revisions/{revision - 1}/sweep.json");
        }
    }

    /// <summary>The arguments of all points, as the manifest lists them.</summary>
    public IReadOnlyList<string> Points => [.. Manifest.GetProperty("points").EnumerateArray().Select(p => p.GetRawText())];

    /// <summary>The content of a file; it must be there.</summary>
    public string this[string path] => files[path];

    public static SweepSnapshot Take(string directory)
    {
        var files = new Dictionary<string, string>();
        foreach (var file in Directory.GetFiles(directory, "*", SearchOption.AllDirectories))
        {
            try
            {
                files.Add(Path.GetRelativePath(directory, file).Replace('\\', '/'), File.ReadAllText(file));
            }
            catch (FileNotFoundException)
            {
                // Another process that has not ended yet renamed it.
            }
        }

        return new SweepSnapshot(files);
    }

    /// <summary>The result of a point.</summary>
    public JsonElement Result(int point) => Json($"results/{point}.json");

    /// <summary>One property of the result of a point, on one line; null when it is not there.</summary>
    public string? Result(int point, string property) =>
        Result(point).TryGetProperty(property, out var value) ? JsonSerializer.Serialize(value) : null;

    /// <summary>The names of the files in a directory, in order.</summary>
    public IReadOnlyList<string> Names(string directory) =>
        [.. files.Keys.Where(path => path.StartsWith(directory, StringComparison.Ordinal)).Select(path => path[directory.Length..]).Order(StringComparer.Ordinal)];

    private JsonElement Json(string path) => JsonDocument.Parse(files[path]).RootElement;
}
