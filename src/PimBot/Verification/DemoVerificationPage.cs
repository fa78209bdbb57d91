using System.Net;
using PimBot.Application.Activations;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Verification;

/// <summary>Renders the demo's verification page. Names from the directory are encoded; there is no script.</summary>
internal static class DemoVerificationPage
{
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

    public static IResult QuestionFor(Person administrator, Guid ticket) =>
        Page(
            200,
            $"Is it you, {Encode(administrator.Name)}?",
            $"""
            <p>What you want to do as an administrator needs a second factor.</p>
            <p class="note">This page stands in for your sign-in’s multi-factor authentication. It exists only in the playground.</p>
            <form method="post" action="{ticket:N}/pass"><button class="go">Pass</button></form>
            <form method="post" action="{ticket:N}/fail"><button>Fail</button></form>
            """
        );

    public static IResult OutcomeFor(Guid ticket, bool passed) =>
        passed
            ? Page(200, "Verified", "<p>It counts for 15 minutes. Go back to the chat and repeat what you wanted.</p>")
            : Page(
                200,
                "Not verified",
                $"""
                <p>You did not pass, so nothing was done. You can try again.</p>
                <form method="get" action="../{ticket:N}"><button class="go">Try again</button></form>
                """
            );

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

    public static IResult Settled() =>
        Page(
            200,
            "Nothing to verify",
            "<p>This request does not wait for verification any more. You can close this page and return to the chat.</p>"
        );

    private static HtmlPage Page(int status, string title, string body) =>
        new(status, PageTone.Plain, title, body, FormTargets: "'self'");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
