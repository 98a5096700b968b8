using System.Text.Json.Serialization;

namespace Subjects;

/// <summary>A class to return, with a part of each kind.</summary>
public sealed class Outcome
{
    public bool Passed { get; init; }

    public TimeSpan Took { get; init; }

    public Model Best { get; init; }

    public string Note { get; init; } = "";

    public int? Missing { get; init; }

    [JsonIgnore]
    public object Ignored { get; } = new();
}
