using System.Collections.Concurrent;

namespace MultiRunner.Page.Tests;

/// <summary>Notes what a page should not do: ask for anything but itself, complain, or talk to the person by itself.</summary>
internal sealed class Watch
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly Uri file;

    public Watch(IPage page, Uri file)
    {
        this.file = file;
        page.Context.Request += (_, request) => Look("It requested", request.Url);
        page.FrameNavigated += (_, frame) => Look("It went to", frame.Url);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Enqueue($"Its console has this {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Enqueue($"Its script failed: {error}");
        page.Popup += (_, popup) => complaints.Enqueue($"It opened another page: {popup.Url}");
        page.Download += (_, download) => complaints.Enqueue($"It saved a file: {download.Url}");
        page.Dialog += async (_, dialog) =>
        {
            complaints.Enqueue($"It showed this {dialog.Type}: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IReadOnlyCollection<string> Complaints => complaints;

    private void Look(string what, string url)
    {
        var uri = new Uri(url);
        if (uri.Scheme is not ("data" or "blob") && uri.GetLeftPart(UriPartial.Path) != file.AbsoluteUri)
            complaints.Enqueue($"{what} {url}");
    }
}
