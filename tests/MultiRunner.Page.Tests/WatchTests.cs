namespace MultiRunner.Page.Tests;

/// <summary>The watch sees what the tests of the page rely on it to see.</summary>
public sealed class WatchTests(Browser browser)
{
    [Theory]
    [InlineData("""<img src="http://host.invalid/a.png">""", "It requested http://host.invalid/a.png")]
    [InlineData("""<img src="other.png">""", "It requested file:///")]
    [InlineData("""<link rel="stylesheet" href="https://host.invalid/a.css">""", "It requested https://host.invalid/a.css")]
    [InlineData("""<script>fetch('https://host.invalid/b').catch(() => {})</script>""", "It requested https://host.invalid/b")]
    [InlineData("""<iframe src="https://host.invalid/c"></iframe>""", "It requested https://host.invalid/c")]
    [InlineData("""<script>console.error('so it is')</script>""", "Its console has this error: so it is")]
    [InlineData("""<script>throw new Error('no')</script>""", "Its script failed: Error: no")]
    [InlineData("""<script>alert('you')</script>""", "It showed this alert: you")]
    [InlineData("""<script>open('about:blank')</script>""", "It opened another page: about:blank")]
    [InlineData(
        """<a download="a.txt" href="data:text/plain,a">a</a><script>document.querySelector('a').click()</script>""",
        "It saved a file: data:")]
    [InlineData("""<script>location = 'https://host.invalid/d'</script>""", "It requested https://host.invalid/d")]
    [InlineData(
        """<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><img src="https://host.invalid/e">""",
        "Its console has this error: Loading the image")]
    public async Task A_page_that_does_what_it_should_not_is_noticed(string body, string complaint)
    {
        using var folder = new Folder();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var complaints = await browser.Visit(
            folder.Write($"<!doctype html><title>x</title>{body}"),
            (_, watch) => watch.WaitFor(complaint, patience.Token));
        Assert.NotEmpty(complaints);
    }

    [Fact]
    public async Task A_quiet_page_is_not_complained_about()
    {
        using var folder = new Folder();
        const string Pixel = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
        await browser.Visit(
            folder.Write($"<!doctype html><title>x</title><img src='{Pixel}'><a href='#b'>b</a><p id='b'>c</p>"),
            page => page.ClickAsync("a"));
    }

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("multirunner-page-");

        public string Write(string page)
        {
            var file = Path.Combine(folder.FullName, "page.html");
            File.WriteAllText(file, page);
            return file;
        }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
