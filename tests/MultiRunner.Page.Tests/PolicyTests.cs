using MultiRunner.Page.Tests.Sweeps;

namespace MultiRunner.Page.Tests;

/// <summary>Even script that got into the page could ask for nothing.</summary>
public sealed class PolicyTests(Browser browser, ReportPages pages)
{
    private const string Host = "https://host.invalid/";

    /// <summary>For each kind of request the directive of the policy that forbids it, and a script that makes it.</summary>
    private static readonly (string Directive, string Script)[] Requests =
    [
        ("img-src", $"new Image().src = '{Host}a.png'"),
        ("connect-src", $"fetch('{Host}b').catch(() => {{}})"),
        ("connect-src", "try { new WebSocket('wss://host.invalid') } catch {}"),
        ("connect-src", $"navigator.sendBeacon('{Host}c')"),
        ("font-src", $"new FontFace('x', 'url({Host}d.woff)').load().catch(() => {{}})"),
        ("style-src-elem", $"add('link', {{ rel: 'stylesheet', href: '{Host}e.css' }})"),
        ("script-src-elem", $"add('script', {{ src: '{Host}f.js' }})"),
        ("frame-src", $"add('iframe', {{ src: '{Host}g' }})"),
        ("form-action", $"add('form', {{ action: '{Host}h' }}).submit()"),
        ("base-uri", $"add('base', {{ href: '{Host}' }})"),
        ("object-src", $"add('object', {{ data: '{Host}i' }})"),
        ("worker-src", "new Worker('data:text/javascript,1')"),
        ("script-src", "setTimeout('1')"),
    ];

    [Fact]
    public async Task The_policy_of_the_page_forbids_every_kind_of_request()
    {
        var tested = await pages.Penguins;
        var complaints = await browser.Visit(tested.File, async (page, _) =>
        {
            foreach (var (directive, script) in Requests)
                Assert.Equal((script, $"enforce {directive}"), (script, await ViolationOf(page, script)));
        });
        Assert.NotEmpty(complaints);
    }

    /// <summary>What the browser forbade, as it tells the page.</summary>
    private static async Task<string> ViolationOf(IPage page, string script) => await page.EvaluateAsync<string>(
        $$"""
        () => new Promise(found => {
          const add = (name, values) => document.body.appendChild(Object.assign(document.createElement(name), values));
          document.addEventListener('securitypolicyviolation', e => found(`${e.disposition} ${e.effectiveDirective}`), { once: true });
          setTimeout(() => found('nothing'), 5000);
          {{script}};
        })
        """);
}
