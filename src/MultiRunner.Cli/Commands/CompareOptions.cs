using System.CommandLine;
using System.CommandLine.Parsing;
using MultiRunner.Format;
using MultiRunner.Reports.Comparing;

namespace MultiRunner.Cli.Commands;

/// <summary>The arguments and options of <c>multirunner compare</c>.</summary>
internal sealed class CompareOptions
{
    private readonly Argument<string?> before = new("A")
    {
        Description = "The sweep directory before, or a directory above it. With --builds the sweep that has both builds; default: "
            + $"{SweepPath.Variable}, else the current directory.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string?> after = new("B")
    {
        Description = "The sweep directory after, or a directory above it.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> builds = new("--builds")
    {
        Description = "Compare two builds of one sweep, OLD and NEW. Each is named as in report.csv, such as \"1.0.0.0 (3f2a9c01)\", or "
            + "by the first digits of its module id.",
        HelpName = "OLD NEW",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> metric = new("--metric")
    {
        Description = "Compare by this metric, of which the objective says whether more is better. Default: the objective.",
        HelpName = "METRIC",
    };

    private readonly Option<string?> maximize = Directed("--maximize", "Larger");
    private readonly Option<string?> minimize = Directed("--minimize", "Smaller");
    private readonly Option<string?> where = CommonOptions.Where("Compare only the points of each side that match this filter.");

    private readonly Option<string[]> failOn = new("--fail-on")
    {
        Description = "End with exit code 1 if a configuration changes like this beyond noise, such as \"accuracy < -1%\", "
            + "\"seconds > 10%\" or \"loss > 0.01\". It may be given several times.",
        HelpName = "CONDITION",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<CompareFormat?> format = new("--format")
    {
        Description = "How the comparison is printed: text, markdown for a pull request, or json. Default: text.",
        HelpName = "FORMAT",
        CustomParser = ParseFormat,
    };

    private readonly Option<bool> json = CommonOptions.Json("Print JSON, as --format json does.");

    private readonly Option<string?> page = new("--html")
    {
        Description = "Write the comparison to this file, too, as a page that opens in a browser.",
        HelpName = "FILE",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(before);
        command.Arguments.Add(after);
        foreach (var option in new Option[] { builds, metric, maximize, minimize, where, failOn, format, json, page })
            command.Options.Add(option);
        command.Validators.Add(CheckTogether);
    }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="ComparisonException">A condition cannot be read.</exception>
    public CompareRequest Read(ParseResult parsed) => new()
    {
        Paths = [.. new[] { parsed.GetValue(before), parsed.GetValue(after) }.OfType<string>()],
        Builds = parsed.GetValue(builds) is [var old, var now] ? (old, now) : null,
        Metric = new MetricChoice(
            parsed.GetValue(maximize) is { } most ? new Objective(most, Maximize: true)
                : parsed.GetValue(minimize) is { } least ? new Objective(least, Maximize: false)
                : null,
            parsed.GetValue(metric)),
        Where = parsed.GetValue(where),
        Conditions = [.. (parsed.GetValue(failOn) ?? []).Select(FailConditionParser.Parse)],
        Format = parsed.GetValue(json) ? CompareFormat.Json : parsed.GetValue(format) ?? CompareFormat.Text,
        Page = parsed.GetValue(page),
    };

    private void CheckTogether(CommandResult result)
    {
        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
        var paths = new[] { before, after }.Count(argument => result.GetResult(argument) is { Tokens.Count: > 0 });
        if (IsGiven(builds) ? paths > 1 : paths < 2)
        {
            result.AddError(IsGiven(builds)
                ? "--builds compares two builds of one sweep, but two paths are given. Leave out one of them, or --builds."
                : "'multirunner compare' takes two sweep directories, A before and B after, but "
                    + $"{(paths == 0 ? "none is" : "one alone is")} given. Add what is missing, or name two builds of one sweep by "
                    + "--builds OLD NEW.");
        }

        var metrics = new Option[] { metric, maximize, minimize }.Where(IsGiven).Select(option => option.Name).ToList();
        if (metrics.Count > 1)
        {
            result.AddError(
                $"Sweeps are compared by one metric, but {string.Join(" and ", metrics)} are given. Leave only one of them.");
        }

        if (IsGiven(json) && IsGiven(format))
            result.AddError("--json means --format json, but --format is given as well. Leave one of them out.");
    }

    private static CompareFormat? ParseFormat(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (!int.TryParse(text, out _) && Enum.TryParse<CompareFormat>(text, ignoreCase: true, out var format))
            return format;
        result.AddError($"--format is text, markdown or json, but it is '{text}'. Correct it, or leave it out for text.");
        return null;
    }

    private static Option<string?> Directed(string name, string better) => new(name)
    {
        Description = $"Compare by this metric in place of the objective. {better} values are better. "
            + "'seconds' is the time of the points.",
        HelpName = "METRIC",
    };
}
