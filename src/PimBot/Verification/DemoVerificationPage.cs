using System.Net;
using System.Security.Cryptography;
using System.Text;
using PimBot.Application.Activations;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Verification;

/// <summary>Renders the demo's verification page. Names from the directory are encoded; there is no script.</summary>
internal static class DemoVerificationPage
{
    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 "Segoe UI", system-ui, sans-serif; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f5f5f5, #1f1f1f); color: light-dark(#242424, #fff); }
        main { max-width: 26rem; margin: 1rem; padding: 1.5rem 2rem 2rem; border-radius: 8px; background: light-dark(#fff, #2b2b2b); box-shadow: 0 2px 8px rgb(0 0 0 / 20%); }
        h1 { font-size: 1.35rem; margin: 0 0 .5rem; }
        p { margin: .5rem 0; }
        .note { color: light-dark(#616161, #bdbdbd); font-size: .9rem; }
        form { display: inline-block; margin: 1rem .5rem 0 0; }
        button { font: inherit; padding: .5rem 1.25rem; border-radius: 4px; border: 1px solid light-dark(#8a8a8a, #ababab); background: transparent; color: inherit; cursor: pointer; min-height: 44px; }
        button.go { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
        button:focus-visible { outline: 3px solid light-dark(#242424, #fff); outline-offset: 2px; }
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public static IResult Question(RequestView? view) =>
        view switch
        {
            null => Page(404, "No such request", "<p>This link leads nowhere. Ask PimBot again in chat.</p>"),
            { Request.State: RequestState.AwaitingVerification } when view.Now < view.Request.VerifyBy => Page(
                200,
                $"Is it you, {Encode(view.Requester.Name)}?",
                $"""
                <p>You asked for <strong>{Encode(view.Role.Name)}</strong> ({Encode(
                    view.Scope.Name
                )}). Verify that it’s you, and the request goes on.</p>
                <p class="note">This page stands in for your sign-in’s multi-factor authentication. It exists only in the playground.</p>
                <form method="post" action="{view.Request.Id.Value:N}/pass"><button class="go">Pass</button></form>
                <form method="post" action="{view.Request.Id.Value:N}/fail"><button>Fail</button></form>
                """
            ),
            _ => Settled(),
        };

    public static IResult Outcome(RequestView? view, Refusal? refusal) =>
        (view, refusal) switch
        {
            (null, _) => Question(null),
            (_, null) => Page(
                200,
                "Verified",
                "<p>Thank you. Your request goes on; you can close this page and return to the chat.</p>"
            ),
            (_, { Code: ReasonCode.VerificationNotPassed }) => Page(
                200,
                "Not verified",
                $"""
                <p>You did not pass, so nothing was asked or granted. You can try again.</p>
                <form method="get" action="../{view.Request.Id.Value:N}"><button class="go">Try again</button></form>
                """
            ),
            _ => Settled(),
        };

    private static IResult Settled() =>
        Page(
            200,
            "Nothing to verify",
            "<p>This request does not wait for verification any more. You can close this page and return to the chat.</p>"
        );

    private static IResult Page(int status, string title, string body) =>
        new HtmlPage(
            status,
            $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} · PimBot</title><style>{Style}</style></head>
            <body><main><h1>{title}</h1>{body}</main></body>
            </html>
            """
        );

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private sealed class HtmlPage(int status, string html) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = status;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; style-src 'sha256-{StyleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            response.Headers.XContentTypeOptions = "nosniff";
            // Not "no-referrer": a browser would then send "Origin: null" with the form, which is refused.
            response.Headers["Referrer-Policy"] = "same-origin";
            response.Headers.CacheControl = "no-store";
            return response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
