using MultiRunner.Core.Tests.Reports;

namespace MultiRunner.Page.Tests.Sweeps;

/// <summary>The pages of the sweeps. Each is made when the first test asks for it, and serves all.</summary>
public sealed class ReportPages : IAsyncDisposable
{
    private readonly List<Lazy<Task<ReportPage>>> pages = [];
    private readonly Lazy<Task<ReportPage>> penguins;
    private readonly Lazy<Task<ReportPage>> failing;
    private readonly Lazy<Task<ReportPage>> hostile;
    private readonly Lazy<Task<ReportPage>> large;

    public ReportPages()
    {
        penguins = PageOf(Sweeps.Penguins.Make);
        failing = PageOf(Sweeps.Failing.Make);
        hostile = PageOf(Sweeps.Hostile.Make);
        large = PageOf(Sweeps.Large.Make);
    }

    internal Task<ReportPage> Penguins => penguins.Value;

    internal Task<ReportPage> Failing => failing.Value;

    internal Task<ReportPage> Hostile => hostile.Value;

    internal Task<ReportPage> Large => large.Value;

    /// <summary>The page by the name of its property.</summary>
    internal Task<ReportPage> Named(string name) => name switch
    {
        nameof(Penguins) => Penguins,
        nameof(Failing) => Failing,
        nameof(Hostile) => Hostile,
        _ => Large,
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var page in pages.Where(p => p is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
            (await page.Value).Dispose();
    }

    private Lazy<Task<ReportPage>> PageOf(Func<SweepOnDisk> make)
    {
        var page = new Lazy<Task<ReportPage>>(() => Task.Run(() => ReportPage.Of(make())));
        pages.Add(page);
        return page;
    }
}
