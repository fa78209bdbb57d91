using PimBot.Application.Audit;
using PimBot.Channel.Cards;
using PimBot.Domain.Audit;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Wording;

/// <summary>Entries of the audit as sentences: who did what to whom.</summary>
internal static class AuditSentences
{
    private static readonly Dictionary<AuditAction, Func<AuditWho, CardText>> All = new()
    {
        [AuditAction.DirectoryLoaded] = _ => CardText.Literal("The directory was loaded"),
        [AuditAction.DirectoryChanged] = w => CardText.Of($"{w.Actor} changed the directory by a file"),
        [AuditAction.ActivationRequested] = w => CardText.Of($"{w.Actor} asked to activate {w.What}"),
        [AuditAction.ActivationRefused] = w => CardText.Of($"{w.Actor} was refused to activate {w.What}"),
        [AuditAction.VerificationPassed] = w => CardText.Of($"{w.Actor} proved who they are{w.For}"),
        [AuditAction.VerificationFailed] = w => CardText.Of($"{w.Actor} failed to prove who they are{w.For}"),
        [AuditAction.RequestApproved] = w => CardText.Of($"{w.Actor} approved {w.Whose} request for {w.What}"),
        [AuditAction.RequestDenied] = w => CardText.Of($"{w.Actor} denied {w.Whose} request for {w.What}"),
        [AuditAction.DecisionRefused] = w =>
            CardText.Of($"{w.Actor} was not allowed to decide {w.Whose} request for {w.What}"),
        [AuditAction.RequestCanceled] = w => CardText.Of($"{w.Actor} withdrew {w.Whose} request for {w.What}"),
        [AuditAction.RequestTimedOut] = w => CardText.Of($"Nobody decided {w.Whose} request for {w.What} in time"),
        [AuditAction.RequestFailed] = w => CardText.Of($"{w.Whose} request for {w.What} failed"),
        [AuditAction.StartReached] = w => CardText.Of($"The time of {w.Whose} request for {w.What} came"),
        [AuditAction.AccessGranted] = w => CardText.Of($"{w.Subject} became active as {w.What}"),
        [AuditAction.AccessExtended] = w => CardText.Of($"{w.Subject} got more time as {w.What}"),
        [AuditAction.AccessEnded] = w => CardText.Of($"{w.Whose} time as {w.What} ended"),
        [AuditAction.AccessRevoked] = w => CardText.Of($"{w.Whose} access as {w.What} was taken away"),
        [AuditAction.TargetFailed] = w => CardText.Of($"The system behind {w.What} failed for {w.Subject}"),
        [AuditAction.PersonUnreachable] = w => CardText.Of($"{w.Subject} could not be reached in chat"),
        [AuditAction.NotificationFailed] = w => CardText.Of($"A message about {w.What} did not arrive"),
        [AuditAction.AssignmentAdded] = w => CardText.Of($"{w.Actor} assigned {w.What} to {w.Subject}"),
        [AuditAction.AssignmentChanged] = w => CardText.Of($"{w.Actor} changed {w.Whose} assignment of {w.What}"),
        [AuditAction.AssignmentRemoved] = w => CardText.Of($"{w.Actor} removed {w.Subject} from {w.What}"),
        [AuditAction.AssignmentEnded] = w => CardText.Of($"{w.Whose} assignment of {w.What} ended"),
        [AuditAction.AssignmentRefused] = w =>
            CardText.Of($"{w.Actor} was not allowed to change {w.Whose} assignment of {w.What}"),
        [AuditAction.AssignmentRequested] = w =>
            CardText.Of($"{w.Actor} asked to change {w.Whose} assignment of {w.What}"),
        [AuditAction.AssignmentRequestApproved] = w =>
            CardText.Of($"{w.Actor} approved a change of {w.Whose} assignment of {w.What}"),
        [AuditAction.AssignmentRequestDenied] = w =>
            CardText.Of($"{w.Actor} denied a change of {w.Whose} assignment of {w.What}"),
        [AuditAction.AssignmentRequestCanceled] = w =>
            CardText.Of($"{w.Actor} withdrew a change of {w.Whose} assignment of {w.What}"),
        [AuditAction.AssignmentRequestTimedOut] = w =>
            CardText.Of($"Nobody decided a change of {w.Whose} assignment of {w.What} in time"),
        [AuditAction.AssignmentRequestFailed] = w =>
            CardText.Of($"A change of {w.Whose} assignment of {w.What} failed"),
        [AuditAction.LastHolderKept] = w => CardText.Of($"{w.Subject} was kept as the last one with {w.What}"),
        [AuditAction.AssignmentProvisioned] = w => CardText.Of($"{w.Subject} was given {w.What} in its system"),
        [AuditAction.AssignmentDeprovisioned] = w => CardText.Of($"{w.What} was taken from {w.Subject} in its system"),
        [AuditAction.PolicyChanged] = w => CardText.Of($"{w.Actor} changed the settings of {w.What}"),
        [AuditAction.PolicyChangeRefused] = w =>
            CardText.Of($"{w.Actor} was not allowed to change the settings of {w.What}"),
        [AuditAction.AdministrationRefused] = w => CardText.Of($"{w.Actor} was refused an administrator’s task"),
        [AuditAction.AccessElevated] = w => CardText.Of($"{w.Actor} took the management of all Azure scopes"),
        [AuditAction.ElevationEnded] = w => CardText.Of($"{w.Actor} gave the management of all Azure scopes back"),
        [AuditAction.SetUp] = w => CardText.Of($"{w.Actor} set PimBot up"),
        [AuditAction.ApprovalEscalated] = w =>
            CardText.Of($"{w.Whose} request for {w.What} went to administrators: no approver was left"),
        [AuditAction.CancellationRefused] = w =>
            CardText.Of($"{w.Actor} was not allowed to withdraw {w.Whose} request for {w.What}"),
        [AuditAction.EndRefused] = w => CardText.Of($"{w.Actor} was not allowed to end {w.Whose} time as {w.What}"),
        [AuditAction.SetUpRefused] = w => CardText.Of($"{w.Actor} was not allowed to set PimBot up"),
        [AuditAction.ApiRefused] = w => CardText.Of($"{w.Actor} was refused by the API"),
        [AuditAction.TurnRefused] = w => CardText.Of($"{w.Actor} was refused in chat"),
        [AuditAction.AuditEntriesDeleted] = _ =>
            CardText.Literal("Old entries of the audit were deleted as the settings say"),
        [AuditAction.AuditAnchorFailed] = _ => CardText.Literal("The audit’s seal could not be left outside"),
        [AuditAction.AuditAnchorRestored] = _ => CardText.Literal("The audit’s seal is left outside again"),
        [AuditAction.AuditFeedFailed] = _ => CardText.Literal("The audit could not be passed on"),
        [AuditAction.AuditFeedRestored] = _ => CardText.Literal("The audit is passed on again"),
        [AuditAction.ReviewCreated] = w => CardText.Of($"{w.Actor} planned an access review of {w.What}"),
        [AuditAction.ReviewStarted] = w => CardText.Of($"The access review of {w.What} began"),
        [AuditAction.ReviewMissed] = w =>
            CardText.Of($"An access review of {w.What} was missed: nothing ran at its time"),
        [AuditAction.ReviewPutOff] = w => CardText.Of($"An access review of {w.What} waits for another one to end"),
        [AuditAction.ReviewAnswered] = w =>
            CardText.Of($"{w.Actor} answered whether {w.Subject} still needs {w.What}{AuditFacts.Answer(w.Happened)}"),
        [AuditAction.ReviewAnswerRefused] = w =>
            CardText.Of($"{w.Actor} was not allowed to answer whether {w.Subject} still needs {w.What}"),
        [AuditAction.ReviewReset] = w => CardText.Of($"{w.Actor} cleared the answers of the access review of {w.What}"),
        [AuditAction.ReviewStopped] = w => CardText.Of($"{w.Actor} stopped the access review of {w.What}"),
        [AuditAction.ReviewReminded] = w => CardText.Of($"Reviewers of {w.What} were reminded"),
        [AuditAction.ReviewCompleted] = w => CardText.Of($"The access review of {w.What} is complete"),
        [AuditAction.ReviewApplying] = w => CardText.Of($"{w.Actor} began to apply the access review of {w.What}"),
        [AuditAction.ReviewApplied] = w => CardText.Of($"The access review of {w.What} is applied"),
        [AuditAction.ReviewItemSettled] = Settled,
        [AuditAction.ReviewRefused] = w =>
            CardText.Of($"{w.Actor} was not allowed to change an access review of {w.What}"),
        [AuditAction.ReviewerReplaced] = w => CardText.Of($"Others answer for {w.Subject} in the review of {w.What}"),
        [AuditAction.ReviewExported] = w =>
            CardText.Of($"{w.Actor} took a copy of the results of the access review of {w.What}"),
        [AuditAction.AlertIncidentOpened] = w => CardText.Of($"{Capital(w.Alert)} found {w.Found}"),
        [AuditAction.AlertIncidentClosed] = w => CardText.Of($"{Capital(w.Alert)} no longer finds {w.Found}"),
        [AuditAction.AlertReactivated] = w =>
            CardText.Of($"{Capital(w.Alert)} was dismissed and became active again{w.At}"),
        [AuditAction.AlertDismissed] = w => CardText.Of($"{w.Actor} dismissed {w.Alert}{w.At}"),
        [AuditAction.AlertRestored] = w => CardText.Of($"{w.Actor} restored {w.Alert}{w.At}"),
        [AuditAction.AlertConfigured] = w =>
            CardText.Of($"{w.Actor} set when {w.Alert} warns{w.At}{AuditFacts.Change(w.Happened)}"),
        [AuditAction.AlertIncidentFixed] = w => CardText.Of($"{w.Actor} fixed what {w.Alert} found: {w.Found}"),
        [AuditAction.AlertChangeRefused] = w => CardText.Of($"{w.Actor} was not allowed to change {w.Alert}{w.At}"),
        [AuditAction.OutsideAccessRemovalOrdered] = w =>
            CardText.Of($"{w.Actor} ordered to take {w.What} from {w.Subject}, given outside of PimBot"),
        [AuditAction.OutsideAccessRemoved] = w =>
            CardText.Of($"{w.What}, given outside of PimBot, was taken from {w.Subject}"),
        [AuditAction.OutsideAccessAdopted] = w =>
            CardText.Of($"{w.Actor} took over {w.What} of {w.Subject}, given outside of PimBot"),
        [AuditAction.AlertScanRequested] = w => CardText.Of($"{w.Actor} asked for a look at all alerts"),
        [AuditAction.AuditExported] = w => CardText.Of($"{w.Actor} took a copy of the audit"),
    };

    /// <summary>Whether the action has words of its own.</summary>
    public static bool Knows(AuditAction action) => All.ContainsKey(action);

    /// <summary>An action without words of its own is named by its code.</summary>
    public static CardText Of(AuditEvent happened, AuditNames names) =>
        All.TryGetValue(happened.Action, out var sentence)
            ? sentence(new AuditWho(happened, names))
            : CardText.Of($"{new AuditWho(happened, names).Actor}: {happened.Action.ToString()}");

    private static CardText Settled(AuditWho w) =>
        AuditFacts.Settled(w.Happened) switch
        {
            ReviewItemResult.Kept => CardText.Of($"After the access review {w.Subject} keeps {w.What}"),
            ReviewItemResult.ToRemove => CardText.Of($"After the access review {w.Subject} is to lose {w.What}"),
            ReviewItemResult.Removed => CardText.Of($"After the access review {w.Subject} lost {w.What}"),
            ReviewItemResult.Refused => CardText.Of(
                $"After the access review {w.Subject} keeps {w.What}: it could not be taken away"
            ),
            ReviewItemResult.Waiting => CardText.Of(
                $"After the access review {w.Subject} is to lose {w.What} when somebody else confirms it"
            ),
            ReviewItemResult.Gone => CardText.Of($"Before the access review’s end {w.Subject} had lost {w.What}"),
            ReviewItemResult.Changed => CardText.Of(
                $"After the access review {w.Subject} keeps {w.What}: the assignment is another one now"
            ),
            _ => CardText.Of($"It is settled what the access review means for {w.Subject} and {w.What}"),
        };

    private static string Capital(string clause) => char.ToUpperInvariant(clause[0]) + clause[1..];
}
