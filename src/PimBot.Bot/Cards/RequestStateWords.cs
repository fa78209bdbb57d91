using PimBot.Application.Activations;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Cards;

/// <summary>A request's state in a line for its requester, with the colour that repeats it and, where useful, a second line.</summary>
internal static class RequestStateWords
{
    /// <summary>The same, where verification is needed and this host has no way to verify.</summary>
    public static (ContainerStyle Style, CardText State, CardText? Below) OfNoVerification { get; } =
        (
            ContainerStyle.Attention,
            CardText.Literal("Verification is not set up"),
            CardText.Literal(
                "This role needs you to verify with a second factor, and this PimBot has no way to do so yet. Ask an administrator of PimBot to set it up. Nothing is granted before."
            )
        );

    /// <summary>The same, where nobody could be asked: what the requester can do about it.</summary>
    public static (ContainerStyle Style, CardText State, CardText? Below) OfUnreached(
        RequestView view,
        TimeZoneInfo zone
    ) =>
        (
            ContainerStyle.Warning,
            CardText.Literal("Waiting for approval"),
            CardText.Of(
                $"None of the approvers could be reached. Ask one of them to write to PimBot: the request waits until {Moment(view.Request.DecideBy, view, zone)}."
            )
        );

    public static (ContainerStyle Style, CardText State, CardText? Below) Of(RequestView view, TimeZoneInfo zone) =>
        view.Request.State switch
        {
            RequestState.AwaitingVerification => (
                ContainerStyle.Warning,
                CardText.Literal("Verify it’s you to go on"),
                CardText.Of($"You have until {Clock(view.Request.VerifyBy, zone)}. Nothing is granted before.")
            ),
            RequestState.PendingApproval => (
                ContainerStyle.Accent,
                CardText.Literal("Waiting for approval"),
                CardText.Of($"Approvers have until {Moment(view.Request.DecideBy, view, zone)}.")
            ),
            RequestState.Granted => (
                ContainerStyle.Accent,
                Approved(view) + CardText.Of($"Starts {Moment(view.Request.Ask.Start, view, zone)}"),
                CardText.Literal("Whether you may have it is checked again then.")
            ),
            RequestState.PendingProvisioning => (
                ContainerStyle.Accent,
                CardText.Literal("Access is being granted"),
                Delay(view)
            ),
            RequestState.Provisioned when view.IsActive => (
                ContainerStyle.Good,
                CardText.Of($"Active until {Moment(view.Grant!.Until, view, zone)}"),
                CardText.Of($"{Words.TimeLeft(view.Grant.Until!.Value, view.Now)}")
            ),
            RequestState.Provisioned => (ContainerStyle.Emphasis, CardText.Literal("Ended"), null),
            RequestState.Revoked => Ended(view, zone),
            _ => NotGranted(view, zone),
        };

    private static (ContainerStyle, CardText, CardText?) Ended(RequestView view, TimeZoneInfo zone)
    {
        var at = view.Grant?.End?.At ?? view.Request.Outcome?.At;
        return view.Grant?.End?.Cause switch
        {
            // It counted as ended then, however late that was noticed.
            GrantEndCause.Expired => (
                ContainerStyle.Emphasis,
                CardText.Of($"Ended {Moment(view.Grant.Until, view, zone)}"),
                Removal(view)
            ),
            GrantEndCause.EndedByHolder => (
                ContainerStyle.Emphasis,
                CardText.Of($"Ended by you, {Moment(at, view, zone)}"),
                Removal(view)
            ),
            _ => (ContainerStyle.Emphasis, CardText.Of($"Ended {Moment(at, view, zone)}"), Removal(view)),
        };
    }

    private static (ContainerStyle, CardText, CardText?) NotGranted(RequestView view, TimeZoneInfo zone)
    {
        var at = Moment(view.Request.Outcome?.At, view, zone);
        return view.Request switch
        {
            { State: RequestState.Denied } => (
                ContainerStyle.Attention,
                CardText.Of($"Denied by {view.Decider?.Name}, {at}"),
                null
            ),
            { State: RequestState.Canceled, Outcome.By: { } by } when by != view.Requester.Id => (
                ContainerStyle.Emphasis,
                CardText.Of($"Canceled by an administrator, {at}"),
                null
            ),
            { State: RequestState.Canceled } => (ContainerStyle.Emphasis, CardText.Of($"Canceled by you, {at}"), null),
            { State: RequestState.TimedOut, Outcome.Code: ReasonCode.VerificationWindowPassed } => (
                ContainerStyle.Attention,
                CardText.Literal("Timed out: you did not verify in time"),
                CardText.Literal("Nothing was granted. Ask again when you are ready.")
            ),
            { State: RequestState.TimedOut } => (
                ContainerStyle.Attention,
                CardText.Literal("Timed out: nobody decided in time"),
                CardText.Literal("Nothing was granted. You can ask again.")
            ),
            { Outcome.Code: { } code } => (
                ContainerStyle.Attention,
                CardText.Of($"Not granted, {at}"),
                CardText.Escaped(
                    Refusals.Say(Refusal.Because(code), new RefusalContext(view.Now, zone, view.Role.Name))
                )
            ),
            _ => (ContainerStyle.Attention, CardText.Of($"Not granted, {at}"), null),
        };
    }

    private static CardText Approved(RequestView view) =>
        view.Request.Decision is { Verdict: Verdict.Approve }
            ? CardText.Of($"Approved by {view.Decider?.Name}. ")
            : default;

    private static CardText? Delay(RequestView view) =>
        view.Grant is { Failures: > 0 } grant
            ? CardText.Of(
                $"The system that holds this role has not answered after {grant.Failures} tries. PimBot keeps trying and tells you."
            )
            : null;

    private static CardText? Removal(RequestView view) =>
        view.Grant is { State: GrantState.Revoking, Failures: > 0 }
            ? CardText.Literal("Removing it takes longer than usual. PimBot keeps trying, and administrators are told.")
            : null;

    private static string Moment(DateTimeOffset? at, RequestView view, TimeZoneInfo zone) =>
        at is { } moment ? Words.Moment(moment, view.Now, zone) : "soon";

    private static string Clock(DateTimeOffset? at, TimeZoneInfo zone) =>
        at is { } moment ? Words.Clock(moment, zone) : "soon";
}
