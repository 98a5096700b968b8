using System.Globalization;
using System.Text;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>The last operations of a run, kept cheaply and put into words only when a run fails.</summary>
internal sealed class Trace(World world, int capacity)
{
    private readonly Line[] lines = new Line[capacity];
    private long count;

    private readonly record struct Line(long When, SimulatedProcess? Who, string What, string? Path, string? Target, string? Note);

    /// <summary>Whether everything is kept, so that details are worth their cost.</summary>
    public bool IsWhole => capacity > 1000;

    public void Add(SimulatedProcess? who, string what, string? path = null, string? target = null, string? note = null) =>
        lines[count++ % capacity] = new Line(world.Now, who, what, path, target, note);

    public void Add(Operation operation, string? fault)
    {
        var answer = operation switch
        {
            { Error: not null } => "error",
            { Verb: Verb.Read } => operation.Bytes switch { null => "none", { Length: 0 } => "empty", _ => "content" },
            { Verb: Verb.List } => IsWhole ? string.Join(' ', operation.Names ?? []) : "names",
            { Verb: Verb.Rename or Verb.RenameDirectory or Verb.Delete } => operation.Flag ? "true" : "false",
            _ => "done",
        };
        Add(operation.Owner, NameOf(operation.Verb), operation.Path, operation.Target, fault is null ? answer : $"{answer} ({fault})");
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = Math.Max(0, count - capacity); i < count; i++)
        {
            var line = lines[i % capacity];
            var target = line.Target is null ? "" : $" -> {line.Target}";
            text.AppendLine(CultureInfo.InvariantCulture, $"{line.When / (double)TimeSpan.TicksPerSecond,11:F4} s  {line.Who?.Id ?? "-",-4} {line.What} {line.Path}{target}  {line.Note}");
        }

        return text.ToString();
    }

    private static string NameOf(Verb verb) => verb switch
    {
        Verb.Rename => "rename",
        Verb.RenameDirectory => "rename directory",
        Verb.Read => "read",
        Verb.Write => "write",
        Verb.WriteDurable => "write durably",
        Verb.List => "list",
        Verb.Delete => "delete",
        Verb.CreateDirectory => "make directory",
        _ => "delete directory",
    };
}
