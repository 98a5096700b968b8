using System.Collections.Concurrent;
using System.Threading.Channels;

namespace MultiRunner.Page.Tests;

/// <summary>Notes what a page should not do: ask for anything but itself, complain, or talk to the person by itself.</summary>
internal sealed class Watch
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly Channel<string> news = Channel.CreateUnbounded<string>();
    private readonly Uri file;

    public Watch(IPage page, Uri file)
    {
        this.file = file;
        page.Context.Request += (_, request) => Look("It requested", request.Url);
        page.FrameNavigated += (_, frame) => Look("It went to", frame.Url);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complain($"Its console has this {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => Complain($"Its script failed: {error}");
        page.Popup += (_, popup) => Complain($"It opened another page: {popup.Url}");
        page.Download += (_, download) => Complain($"It saved a file: {download.Url}");
        page.Dialog += async (_, dialog) =>
        {
            Complain($"It showed this {dialog.Type}: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Waits for a complaint that starts with a text. Each complaint is seen by one call only.</summary>
    public async Task WaitFor(string start, CancellationToken cancellation)
    {
        await foreach (var complaint in news.Reader.ReadAllAsync(cancellation))
        {
            if (complaint.StartsWith(start, StringComparison.Ordinal))
                return;
        }
    }

    private void Look(string what, string url)
    {
        var uri = new Uri(url);
        if (uri.Scheme is not ("data" or "blob") && uri.GetLeftPart(UriPartial.Path) != file.AbsoluteUri)
            Complain($"{what} {url}");
    }

    private void Complain(string complaint)
    {
        complaints.Enqueue(complaint);
        news.Writer.TryWrite(complaint);
    }
}
