using System.CommandLine;
using System.CommandLine.Parsing;

namespace MultiRunner.Cli.Commands;

/// <summary>The options of <c>multirunner report</c> that choose what is printed.</summary>
internal sealed class ReportOptions
{
    private readonly RankingOptions ranking = new("Report only on");

    private readonly Option<int?> top =
        CommonOptions.Top("How many rows the table of results has at most, from 1. Default: 10, or 20 without a ranking.");

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
        ranking.AddTo(command);
        foreach (var option in new Option[] { top, columns, sort })
            command.Options.Add(option);
        command.Validators.Add(result => CheckTogether(result, json));
    }

    /// <summary>What the command line asks for.</summary>
    public ReportRequest Read(ParseResult parsed) => ranking.Read(parsed) with
    {
        Top = parsed.GetValue(top),
        Columns = parsed.GetValue(columns) ?? [],
        Sort = parsed.GetValue(sort),
    };

    private void CheckTogether(CommandResult result, Option<bool> json)
    {
        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
        var ofTable = new Option[] { top, columns, sort }.Where(IsGiven).Select(o => o.Name).ToList();
        if (IsGiven(json) && ofTable.Count > 0)
        {
            result.AddError(
                $"--json prints the whole report, but {string.Join(" and ", ofTable)} would choose what its table of results shows. "
                + "Leave out one or the other.");
        }
    }
}
