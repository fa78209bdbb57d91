using PimBot.Domain.Activations;

namespace PimBot.Verification;

/// <summary>
/// The page of each outcome. They name nobody and nothing: whoever has a link may open them. Nothing that came with the
/// visit is repeated on them.
/// </summary>
internal static class VerificationPage
{
    private const string OfRequest =
        "<p>Your request in PimBot goes on when you have signed in with a second factor. Use the account with which you chat.</p>";

    private const string OfAdministrator =
        "<p>What you want to do in PimBot needs a sign-in with a second factor. Use the account with which you chat.</p>";

    private const string Question = """
        <form method="post"><button class="go">Continue to sign-in</button></form>
        <p class="note">Did you not ask for this? Then close this page; nothing happens.</p>
        """;

    private const string BackToChat = "You can close this page and go back to the chat.";

    /// <summary>Whether a new sign-in may go better, as long as the request waits.</summary>
    public static bool CanBeTriedAgain(VerificationOutcome outcome) =>
        outcome
            is VerificationOutcome.NotFromThePage
                or VerificationOutcome.SignInSpent
                or VerificationOutcome.Declined
                or VerificationOutcome.InteractionRequired
                or VerificationOutcome.NotCompleted
                or VerificationOutcome.ProviderUnavailable
                or VerificationOutcome.NotBelieved
                or VerificationOutcome.OtherPerson
                or VerificationOutcome.SignInTooOld
                or VerificationOutcome.NoSecondFactor;

    /// <summary>The page of a request that waits.</summary>
    /// <param name="formTargets">Where its form may lead to, in the policy's language.</param>
    /// <param name="isAdministrator">Whether an administrator was asked, instead of a requester.</param>
    public static HtmlPage ToBegin(string formTargets, bool isAdministrator) =>
        new(
            200,
            PageTone.Plain,
            "Verify it’s you",
            (isAdministrator ? OfAdministrator : OfRequest) + Question,
            formTargets
        );

    /// <summary>The page of any other outcome.</summary>
    /// <param name="outcome">What the visit came to.</param>
    /// <param name="open">The request, when it still waits: the page offers to try again where that makes sense.</param>
    public static HtmlPage Of(VerificationOutcome outcome, RequestId? open = null)
    {
        var (status, title, words) = Words(outcome);
        var tone = outcome switch
        {
            VerificationOutcome.Verified
            or VerificationOutcome.AdministratorVerified
            or VerificationOutcome.ExportReady => PageTone.Good,
            VerificationOutcome.Settled => PageTone.Plain,
            _ => PageTone.Bad,
        };
        var again =
            open is { } request && CanBeTriedAgain(outcome)
                ? $"<p class=\"act\"><a class=\"button\" href=\"{request.Value:N}\">Try again</a></p>"
                : "";
        return new HtmlPage(status, tone, title, $"<p>{words}</p>{again}");
    }

    private static (int Status, string Title, string Words) Words(VerificationOutcome outcome) =>
        outcome switch
        {
            VerificationOutcome.Verified => (
                200,
                "You are verified",
                $"Your request goes on, and the card in the chat shows how. {BackToChat}"
            ),
            VerificationOutcome.AdministratorVerified => (
                200,
                "You are verified",
                "It counts for 15 minutes. Go back to the chat and repeat what you wanted to do."
            ),
            VerificationOutcome.ExportReady => (200, "You are verified", "Your file is ready."),
            VerificationOutcome.LinkTooOld => (
                410,
                "This link is too old",
                "Repeat in the chat what you wanted to do; PimBot gives you a new link."
            ),
            VerificationOutcome.NotGranted => (
                200,
                "Verified, but not granted",
                $"You proved that it’s you, but a rule stands in the way. The card in the chat says which. {BackToChat}"
            ),
            VerificationOutcome.UnknownRequest => (
                404,
                "No such request",
                "This link leads nowhere. Use the link on the card in the chat, or ask PimBot again."
            ),
            VerificationOutcome.Settled => (
                200,
                "Nothing to verify",
                $"This request does not wait for verification any more. {BackToChat}"
            ),
            VerificationOutcome.TooLate => (
                410,
                "The time to verify is over",
                "Nothing was granted. Ask PimBot for the role again when you are ready."
            ),
            VerificationOutcome.AccountRefused => (
                403,
                "This account can’t go on",
                "The account that made this request is disabled or was removed. Ask an administrator about it."
            ),
            VerificationOutcome.NotFromThePage => (
                403,
                "Begin on the page itself",
                "A sign-in begins with the button on PimBot’s own page, in a browser that keeps its cookies. Nothing was begun."
            ),
            _ => SignInWords(outcome),
        };

    private static (int Status, string Title, string Words) SignInWords(VerificationOutcome outcome) =>
        outcome switch
        {
            VerificationOutcome.SignInSpent => (
                400,
                "This sign-in doesn’t count",
                "It was used already, took longer than ten minutes, or began in another browser. Nothing was changed by it."
            ),
            VerificationOutcome.Declined => (
                403,
                "The sign-in was declined",
                "You or your organization declined it, so you are not verified."
            ),
            VerificationOutcome.InteractionRequired => (
                403,
                "The sign-in was not finished",
                "The sign-in service wants you to do something that you didn’t do, such as answer a prompt. You are not verified."
            ),
            VerificationOutcome.ProviderUnavailable => (
                503,
                "Sign-in is out of order",
                "The sign-in service did not answer as it should. You are not verified; try again in a minute."
            ),
            VerificationOutcome.NotBelieved => (
                403,
                "The sign-in could not be confirmed",
                "What the sign-in service sent did not pass PimBot’s checks, so you are not verified. If it happens again, tell an administrator."
            ),
            VerificationOutcome.OtherPerson => (
                403,
                "This is someone else’s request",
                "The account that you signed in with did not make this request. Sign in with the account with which you chat. Nobody was verified."
            ),
            VerificationOutcome.SignInTooOld => (
                403,
                "Sign in afresh",
                "Your sign-in was too long ago to prove that it’s you now. You are not verified."
            ),
            VerificationOutcome.NoSecondFactor => (
                403,
                "A second factor is needed",
                "You signed in without the second factor, such as the Authenticator app or a security key, that this role needs. You are not verified."
            ),
            _ => (400, "The sign-in did not come to its end", "You are not verified."),
        };
}
