namespace MultiRunner.Benchmarks;

/// <summary>A program to start.</summary>
/// <param name="Program">Its name or path.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record ChildCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>What its environment has beside this process's; null removes a variable.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Where it is started; null: here.</summary>
    public string? Directory { get; init; }

    /// <summary>The command as a person reads it.</summary>
    public override string ToString()
    {
        var text = $"{Program} {string.Join(' ', Arguments)}";
        return text.Length <= 200 ? text : $"{text[..200]}...";
    }
}
