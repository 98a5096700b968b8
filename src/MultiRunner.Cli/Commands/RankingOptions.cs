using System.CommandLine;
using MultiRunner.Format;

namespace MultiRunner.Cli.Commands;

/// <summary>The options that choose points and what they are ranked by.</summary>
/// <param name="what">What is done with the points that a filter matches, such as "Report only on".</param>
internal sealed class RankingOptions(string what)
{
    private readonly Option<string?> maximize = Metric("--maximize", "Larger");
    private readonly Option<string?> minimize = Metric("--minimize", "Smaller");
    private readonly Option<string?> where = CommonOptions.Where($"{what} the points that match this filter.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new[] { maximize, minimize, where })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(maximize) is not null && result.GetResult(minimize) is not null)
                result.AddError("Points are ranked by one metric, but both --maximize and --minimize are given. Leave one of them out.");
        });
    }

    /// <summary>What the command line asks for.</summary>
    public ReportRequest Read(ParseResult parsed) => new()
    {
        Objective = parsed.GetValue(maximize) is { } most ? new Objective(most, Maximize: true)
            : parsed.GetValue(minimize) is { } least ? new Objective(least, Maximize: false)
            : null,
        Where = parsed.GetValue(where),
    };

    private static Option<string?> Metric(string name, string better) => new(name)
    {
        Description = $"Rank by this metric in place of the sweep's own objective. {better} values are better.",
        HelpName = "METRIC",
    };
}
