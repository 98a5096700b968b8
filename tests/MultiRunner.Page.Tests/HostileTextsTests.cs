using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>Whatever text a sweep has, it stays a text. Each visit also sees that nothing is requested and no dialog opens.</summary>
public sealed class HostileTextsTests(Browser browser, ReportPages pages)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_in_a_text_is_run(bool script)
    {
        var tested = await pages.Hostile;
        await browser.Visit(
            tested.File,
            async page =>
            {
                if (script)
                {
                    await page.ScrollThrough();
                    await page.OpenAll();
                }

                Assert.False(await page.EvaluateAsync<bool>($"() => '{Sweeps.Hostile.Sign}' in window"));
                Assert.Equal(0, await page.Locator("img, iframe, object, embed, base, [onload], [onerror], [style*=url]").CountAsync());
            },
            new() { JavaScriptEnabled = script });
    }

    [Fact]
    public async Task Every_text_of_a_failure_can_be_read_as_it_is()
    {
        var tested = await pages.Hostile;
        var messages = tested.Report.GetProperty("points").EnumerateArray()
            .Where(p => p.GetProperty("state").GetString() == "failed")
            .Select(p => p.GetProperty("failures")[0].GetProperty("message").GetString()!.Split('\n')[0])
            .Where(message => !message.Any(char.IsControl))
            .ToList();
        Assert.NotEmpty(messages);
        await browser.Visit(tested.File, async page =>
        {
            await page.Ready();
            await page.OpenAll();
            var text = await page.Locator("#failures").EvaluateAsync<string>("s => s.textContent");
            Assert.All(messages, message => Assert.Contains(message, text, StringComparison.Ordinal));
        });
    }

    /// <summary>A column that a neighbour leaves no room to is a letter wide and as high as a tower.</summary>
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Texts_beside_long_words_keep_room(int width)
    {
        var tested = await pages.Hostile;
        await browser.Visit(
            tested.File,
            async page =>
            {
                await page.Ready();
                await page.OpenAll();
                var narrow = await page.Locator("main :is(dt, dd, li, pre, p)").EvaluateAllAsync<string[]>(
                    """
                    all => all
                      .filter(e => e.checkVisibility() && e.textContent.length > 20 && e.getBoundingClientRect().width < 90)
                      .map(e => e.closest('section').outerHTML.slice(0, 80))
                    """);
                Assert.Empty(narrow.Distinct());
            },
            new() { ViewportSize = new() { Width = width, Height = 800 } });
    }

    [Fact]
    public async Task Every_link_leads_to_a_file_of_the_sweep()
    {
        var tested = await pages.Hostile;
        var root = Path.GetDirectoryName(Path.GetDirectoryName(tested.File))! + "/";
        await browser.Visit(tested.File, async page =>
        {
            await page.Ready();
            await page.OpenAll();
            var links = await page.Locator("a[href]").EvaluateAllAsync<string[]>("all => all.map(a => a.href)");
            var files = links.Where(link => !link.StartsWith(new Uri(tested.File).AbsoluteUri + "#", StringComparison.Ordinal)).ToList();
            Assert.Contains(files, link => link.Contains("/artifacts/", StringComparison.Ordinal));
            Assert.All(files, link =>
            {
                var file = new Uri(link);
                Assert.True(file.IsFile, link);
                Assert.StartsWith(root, file.LocalPath, StringComparison.Ordinal);
                Assert.True(File.Exists(file.LocalPath) || Directory.Exists(file.LocalPath), link);
            });
        });
    }
}
