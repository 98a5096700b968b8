using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MultiRunner.Format;

namespace MultiRunner.Cli.Commands;

/// <summary>The options of <c>multirunner report</c> that choose what is printed.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string?> maximize = Metric("--maximize", "Larger");
    private readonly Option<string?> minimize = Metric("--minimize", "Smaller");

    private readonly Option<string?> where = CommonOptions.Where("Report only on the points that match this filter.");

    private readonly Option<int?> top = new("--top")
    {
        Description = "How many rows the table of results has at most, from 1. Default: 10, or 20 without a ranking.",
        HelpName = "COUNT",
        CustomParser = Count,
    };

    private readonly Option<string[]> columns = new("--columns")
    {
        Description = "The columns of the table of results, in this order, such as learningRate,accuracy. A wrong name is an error that "
            + "lists the right ones. Default: as many columns as fit 100 characters.",
        HelpName = "NAMES",
        DefaultValueFactory = _ => [],
        CustomParser = result =>
            [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
    };

    private readonly Option<string?> sort = new("--sort")
    {
        Description = "The column by which the table of results is sorted, such as seconds, or \"seconds desc\" for the largest first. "
            + "Default: the rank.",
        HelpName = "NAME",
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="json">The option for JSON, with which nothing can be chosen that only tables have.</param>
    public void AddTo(Command command, Option<bool> json)
    {
        foreach (var option in new Option[] { maximize, minimize, where, top, columns, sort })
            command.Options.Add(option);
        command.Validators.Add(result => CheckTogether(result, json));
    }

    /// <summary>What the command line asks for.</summary>
    public ReportRequest Read(ParseResult parsed) => new()
    {
        Objective = parsed.GetValue(maximize) is { } most ? new Objective(most, Maximize: true)
            : parsed.GetValue(minimize) is { } least ? new Objective(least, Maximize: false)
            : null,
        Where = parsed.GetValue(where),
        Top = parsed.GetValue(top),
        Columns = parsed.GetValue(columns) ?? [],
        Sort = parsed.GetValue(sort),
    };

    private void CheckTogether(CommandResult result, Option<bool> json)
    {
        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
        if (IsGiven(maximize) && IsGiven(minimize))
            result.AddError("A report is ranked by one metric, but both --maximize and --minimize are given. Leave one of them out.");
        var ofTable = new Option[] { top, columns, sort }.Where(IsGiven).Select(o => o.Name).ToList();
        if (IsGiven(json) && ofTable.Count > 0)
        {
            result.AddError(
                $"--json prints the whole report, but {string.Join(" and ", ofTable)} would choose what its table of results shows. "
                + "Leave out one or the other.");
        }
    }

    private static Option<string?> Metric(string name, string better) => new(name)
    {
        Description = $"Rank by this metric in place of the sweep's own objective. {better} values are better.",
        HelpName = "METRIC",
    };

    private static int? Count(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            return count;
        result.AddError($"--top takes a whole number from 1, but it is '{text}'. Correct it, or leave it out.");
        return null;
    }
}
