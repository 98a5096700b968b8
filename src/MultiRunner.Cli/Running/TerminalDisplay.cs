using MultiRunner.Reports.Formatting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MultiRunner.Cli.Running;

/// <summary>A display for a terminal. It keeps one line for each worker and one for the progress up to date in place.</summary>
internal sealed class TerminalDisplay(IAnsiConsole console) : IRunDisplay
{
    private const int MostPoints = 5;

    public Task During(Func<Action<RunView>, Task> run) =>
        console.Live(new Text("starting")).StartAsync(live => run(view => live.UpdateTarget(Render(view))));

    /// <summary>What is shown.</summary>
    public static IRenderable Render(RunView view)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var title in new[] { "worker", "state", "at point", "finished", "errors", "restarts" })
            table.AddColumn(new TableColumn(title).PadRight(2));
        foreach (var worker in view.Workers)
        {
            table.AddRow(
                new Text(Display.Number(worker.Number)),
                new Text(worker.State, StyleOf(worker.State)),
                new Text(PointsOf(worker)),
                new Text(Display.Number(worker.Finished)),
                new Text(Display.Number(worker.Errors), worker.Errors > 0 ? new Style(Color.Yellow) : Style.Plain),
                new Text(Display.Number(worker.Restarts)));
        }

        return new Rows(table, new Text(view.Progress));
    }

    private static string PointsOf(RunView.Worker worker) =>
        string.Join(", ", worker.Running.Take(MostPoints).Select(Display.Number)) + (worker.Running.Count > MostPoints ? ", ..." : "");

    private static Style StyleOf(string state) => state switch
    {
        "done" => new Style(Color.Green),
        "failed" or "crashed" => new Style(Color.Red),
        _ => Style.Plain,
    };
}
