using PimBot.Application.Access;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;

namespace PimBot.Bot.Cards;

/// <summary>Requests about assignments in words: what is wanted, and what became of it.</summary>
internal static class AssignmentRequestText
{
    /// <summary>"extend", "renew", "remove" …</summary>
    public static string Verb(AssignmentRequest request) =>
        request.Action switch
        {
            RequestAction.SelfExtend or RequestAction.AdminExtend => "extend",
            RequestAction.SelfRenew or RequestAction.AdminRenew => "renew",
            RequestAction.AdminAssign => "assign",
            RequestAction.AdminRemove => "remove",
            _ => "change",
        };

    /// <summary>"eligible until …", "eligible, ended …".</summary>
    public static string Now(Assignment assignment, DateTimeOffset now, TimeZoneInfo zone) =>
        assignment is { End: { } end } && assignment.IsOverAt(now)
            ? $"{AssignmentText.Kind(assignment.Type)}, ended {Words.Moment(end, now, zone)}"
            : AssignmentText.State(assignment, now, zone);

    /// <summary>What it is to be: "eligible until …", "removed".</summary>
    public static string Wanted(AssignmentRequestView view, TimeZoneInfo zone) =>
        view.Request is { Action: RequestAction.AdminRemove }
            ? "removed"
            : AssignmentText.State(view.Request.Ask.Type, view.Request.Ask.Start, view.Request.Ask.End, view.Now, zone);

    /// <summary>What it waits for; of one that is settled, what became of it.</summary>
    public static (ContainerStyle Style, CardText Text) Outcome(AssignmentRequestView view, TimeZoneInfo zone)
    {
        var at = Words.Moment(view.Request.Decision?.At ?? view.Request.Outcome?.At ?? view.Now, view.Now, zone);
        return view.Request switch
        {
            { WaitsFor: PendingReason.AnotherOwner } => (
                ContainerStyle.Warning,
                CardText.Literal("Waiting until the group has another owner")
            ),
            { Decision: { Verdict: Verdict.Deny } } => (
                ContainerStyle.Attention,
                CardText.Of($"Denied by {view.Decider?.Name}, {at}")
            ),
            { State: RequestState.Failed } => (ContainerStyle.Attention, CardText.Of($"Not done, {at}")),
            { Decision: not null } => (ContainerStyle.Good, CardText.Of($"Approved by {view.Decider?.Name}, {at}")),
            { State: RequestState.Canceled } => (
                ContainerStyle.Emphasis,
                CardText.Of($"Canceled by {view.SettledBy?.Name ?? "an administrator"}; there is nothing to decide")
            ),
            { IsPending: true } or { State: RequestState.TimedOut } => (
                ContainerStyle.Emphasis,
                CardText.Literal("Timed out: nobody decided in time")
            ),
            _ => (ContainerStyle.Emphasis, CardText.Literal("Settled: there is nothing to decide")),
        };
    }
}
