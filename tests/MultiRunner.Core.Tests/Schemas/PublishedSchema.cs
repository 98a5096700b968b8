using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Xunit;

namespace MultiRunner.Core.Tests.Schemas;

/// <summary>
/// The schemas in docs/schemas. Readers must bear properties that come later, so the files allow others. Here they do not: each
/// property that is written must be described.
/// </summary>
internal static class PublishedSchema
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, JsonSchema> Known = [];

    /// <summary>The names of all schemas, such as "report".</summary>
    public static IReadOnlyList<string> Names =>
        [.. Directory.GetFiles(Folder(), "*.schema.json").Select(file => Path.GetFileName(file).Split('.')[0]).Order(StringComparer.Ordinal)];

    /// <summary>Fails with every place at which a document does not fit the schema of a name.</summary>
    public static void Validates(string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        var options = new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
        var result = Strict(name).Evaluate(document.RootElement, options);
        var problems = (result.Details ?? [])
            .Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Key}: {error.Value}"))
            .Take(20);
        Assert.True(result.IsValid, $"'{name}':\n{string.Join('\n', problems)}");
    }

    /// <summary>The names of the properties that a schema describes for one kind of object.</summary>
    public static IEnumerable<string> PropertiesOf(string name, string definition) =>
        Parse(name)["$defs"]![definition]!["properties"]!.AsObject().Select(property => property.Key);

    private static JsonSchema Strict(string name)
    {
        lock (Gate)
        {
            if (Known.Count == 0)
            {
                var build = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
                foreach (var each in Names.OrderBy(each => each != "report"))
                    Known.Add(each, JsonSchema.FromText(StrictText(each), build, new Uri($"https://schemas.test/{each}.schema.json")));
            }

            return Known[name];
        }
    }

    private static string StrictText(string name)
    {
        var schema = Parse(name);
        Close(schema);
        return schema.ToJsonString();
    }

    private static JsonNode Parse(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), $"{name}.schema.json")))!;

    /// <summary>Forbids properties that are not described, in each object that describes any.</summary>
    private static void Close(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Close(item);
        }
        else if (node is JsonObject described)
        {
            foreach (var (_, value) in described.ToList())
                Close(value);
            if (described["properties"] is JsonObject && described["type"]?.ToString() == "object" && !described.ContainsKey("additionalProperties"))
                described.Add("additionalProperties", false);
        }
    }

    private static string Folder([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "docs", "schemas"));
}
