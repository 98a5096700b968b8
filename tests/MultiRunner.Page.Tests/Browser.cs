namespace MultiRunner.Page.Tests;

/// <summary>
/// One Chromium for all tests, in the build that has no window and so needs a third less time. Each visit to a page has a context of its
/// own in it, so visits share nothing.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Variable = "MULTIRUNNER_TESTS_CHROMIUM";
    private const string DebiansChromium = "/usr/bin/chromium-headless-shell";

    private IPlaywright? playwright;
    private IBrowser? chromium;

    private static string Executable => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : DebiansChromium;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
            return;
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,

            // A page that tries to reach a host finds none, whatever the network of this machine.
            Args = ["--host-resolver-rules=MAP * ~NOTFOUND"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>Opens a file, does something with the page, and fails when the page asked for anything or complained.</summary>
    /// <param name="file">The file.</param>
    /// <param name="visit">What is done with the page.</param>
    /// <param name="context">How the page is shown; null stands for a desktop window in light colours.</param>
    internal async Task Visit(string file, Func<IPage, Task> visit, BrowserNewContextOptions? context = null)
    {
        var complaints = await Visit(file, (page, _) => visit(page), context);
        Assert.True(complaints.Count == 0, Text(complaints));
    }

    /// <summary>The same, but returns what the page should not have done.</summary>
    internal async Task<IReadOnlyCollection<string>> Visit(
        string file, Func<IPage, Watch, Task> visit, BrowserNewContextOptions? context = null)
    {
        Requirements.Need(
            chromium is not null,
            $"There is no browser at '{Executable}'; 'tests/browser/install.sh' installs Debian's, and {Variable} names another one.");
        await using var window = await chromium!.NewContextAsync(context ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        window.SetDefaultTimeout(20_000);
        var page = await window.NewPageAsync();
        var watch = new Watch(page, new Uri(file));
        try
        {
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            await visit(page, watch);
        }
        catch
        {
            TestContext.Current.TestOutputHelper?.WriteLine(Text(watch.Complaints));
            throw;
        }

        return watch.Complaints;
    }

    /// <summary>Each complaint once, with how often it came up.</summary>
    private static string Text(IEnumerable<string> complaints) =>
        string.Join('\n', complaints.CountBy(c => c).Select(c => $"{c.Key} ({c.Value} x)"));
}
