using System.Security.Cryptography;
using System.Text;

namespace PimBot.Verification;

/// <summary>
/// A small page: a heading, a few sentences, perhaps a button. No script; one style sheet, which the policy names by its
/// hash; nothing is loaded, kept, framed, or told to the next site.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Tone">Colours the mark beside the heading, which repeats in form what the heading says.</param>
/// <param name="Title">Ours, or encoded.</param>
/// <param name="Body">HTML: ours, with everything else encoded.</param>
/// <param name="FormTargets">What forms may lead to, in the policy's language; null when there is no form.</param>
internal sealed record HtmlPage(int Status, PageTone Tone, string Title, string Body, string? FormTargets = null)
    : IResult
{
    private const string Style = """
        :root { color-scheme: light dark; font: 100%/1.5 "Segoe UI", system-ui, sans-serif; }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f5f5f5, #1f1f1f); color: light-dark(#242424, #fff); overflow-wrap: anywhere; }
        main { width: min(28rem, 100% - 2rem); margin: 1rem; padding: 2rem; border-radius: .5rem; border: 1px solid light-dark(#e0e0e0, #3d3d3d); background: light-dark(#fff, #292929); }
        .mark { display: block; width: 2.5rem; height: 2.5rem; margin: 0 0 1rem -.3rem; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
        .plain { color: light-dark(#5b5fc7, #9299f7); }
        .good { color: light-dark(#237b4b, #92c353); }
        .bad { color: light-dark(#c4314b, #f9627d); }
        h1 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 .5rem; text-wrap: balance; }
        p { margin: .75rem 0 0; }
        .note { color: light-dark(#616161, #adadad); font-size: .875rem; }
        form { display: inline-block; margin: 1.5rem .5rem 0 0; }
        .act { margin-top: 1.5rem; }
        button, .button { display: inline-block; min-height: 2.75rem; padding: .5625rem 1.25rem; font: inherit; font-weight: 600; border-radius: .25rem; border: 1px solid light-dark(#8a8a8a, #ababab); background: transparent; color: inherit; cursor: pointer; text-decoration: none; }
        button.go { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
        button.go:hover { background: #4f52b2; }
        .button:hover { background: light-dark(#f0f0f0, #383838); }
        :focus-visible { outline: .1875rem solid light-dark(#242424, #fff); outline-offset: .125rem; }
        @media (max-width: 30rem) { body { place-items: start center; } main { padding: 1.5rem; } form, button, .button { width: 100%; margin-right: 0; text-align: center; } }
        @media (forced-colors: active) { button, .button { border-color: ButtonText; } }
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    private string Policy =>
        $"default-src 'none'; style-src 'sha256-{StyleHash}'; form-action {FormTargets ?? "'none'"}; base-uri 'none'; frame-ancestors 'none'";

    private string Mark =>
        Tone switch
        {
            PageTone.Good => """<path d="M8 12.5l3 3 5-6"/>""",
            PageTone.Bad => """<path d="M12 8v5M12 16h.01"/>""",
            _ => """<circle cx="12" cy="10" r="1.75"/><path d="M12 11.75V15.5"/>""",
        };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";
        // With a form not "no-referrer": a browser would send "Origin: null" with the form, which is refused.
        response.Headers["Referrer-Policy"] = FormTargets is null ? "no-referrer" : "same-origin";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(Html(), httpContext.RequestAborted);
    }

    private string Html() =>
        $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>{Title} · PimBot</title><style>{Style}</style></head>
            <body><main>
            <svg class="mark {Tone.ToString().ToLowerInvariant()}" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2.5l8 3v6c0 5-3.4 8.4-8 10-4.6-1.6-8-5-8-10v-6z"/>{Mark}</svg>
            <h1>{Title}</h1>
            {Body}
            </main></body>
            </html>
            """;
}
