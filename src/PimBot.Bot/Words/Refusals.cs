using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Wording;

/// <summary>Says what was wrong and the way out, in words for people. Every reason code has its sentence.</summary>
internal static class Refusals
{
    /// <summary>One sentence per broken rule, most important first.</summary>
    public static string Say(Refusal refusal, RefusalContext context) =>
        refusal.Violations.Count == 0
            ? Say(refusal.Code, refusal, null, context)
            : string.Join(' ', refusal.Violations.Select(v => Say(v.Code, refusal, v.Limit, context)));

    private static string Say(ReasonCode code, Refusal refusal, TimeSpan? limit, RefusalContext context) =>
        code switch
        {
            >= ReasonCode.UnknownAlert and <= ReasonCode.IncidentOver => AlertRefusals.Say(code, refusal),
            >= ReasonCode.ReviewStartInPast and <= ReasonCode.RecommendationsNotShown => ReviewRefusals.Say(
                code,
                refusal,
                context
            ),
            >= ReasonCode.NotAdministrator => AdministrationRefusals.Say(code, refusal, limit, context),
            >= ReasonCode.UnknownRequest and < ReasonCode.NotYours => Deciding(code, refusal, context),
            >= ReasonCode.NotYours => Running(code, refusal, limit, context),
            _ => Asking(code, refusal, limit, context),
        };

    private static string Asking(ReasonCode code, Refusal refusal, TimeSpan? limit, RefusalContext context) =>
        code switch
        {
            ReasonCode.NotEligible =>
                $"You are not eligible for {context.Role} here. Say “my roles” to see what you can activate, or ask an administrator to make you eligible.",
            ReasonCode.PersonDisabled => "This account is disabled. Ask an administrator to enable it.",
            ReasonCode.PersonKindNotAllowed => "Service accounts can't activate roles. Use your own account.",
            ReasonCode.RoleAlreadyActive when refusal.At is { } until =>
                $"{context.Role} is already active until {context.Moment(until)}. Say “extend” for more time.",
            ReasonCode.RoleAlreadyActive => $"You already hold {context.Role}. There is nothing to activate.",
            ReasonCode.RequestAlreadyPending =>
                $"You already asked for {context.Role}, and that request is still open. Say “my requests” to see or cancel it.",
            ReasonCode.DurationTooShort =>
                $"The shortest is {Words.Duration(limit ?? ActivationPolicy.ShortestDuration)}.",
            ReasonCode.DurationTooLong when limit is { } longest =>
                $"The longest for this role is {Words.Duration(longest)}.",
            ReasonCode.DurationTooLong => "That is longer than this role allows by now. Ask again for less time.",
            ReasonCode.DurationNotWholeMinutes => "Give the time in whole minutes, such as “90 min”.",
            ReasonCode.JustificationRequired => "This role needs a reason.",
            ReasonCode.TicketRequired => "This role needs a ticket number, such as INC-1234.",
            ReasonCode.StartInPast =>
                "That start has passed. Give a time that is still to come, or leave it out to start now.",
            ReasonCode.StartTooFarAhead => "That start is too far ahead: a year at most.",
            ReasonCode.EligibilityEndsBeforeStart =>
                "Your eligibility for this role ends before that start. Choose an earlier start, or ask an administrator to extend your eligibility.",
            ReasonCode.NoApproverLeft =>
                $"{context.Role} needs approval, and nobody but you could give it. Ask an administrator to add an approver.",
            ReasonCode.PolicyTightened =>
                "The rules for this role became stricter meanwhile. Ask again to be judged by the new rules.",
            _ => "That is not possible. Say “help” to see what is.",
        };

    private static string Deciding(ReasonCode code, Refusal refusal, RefusalContext context) =>
        code switch
        {
            ReasonCode.AlreadyDecided =>
                $"{context.Name(refusal.By)} decided this already, {context.Moment(refusal.At)}.",
            ReasonCode.NotAwaitingApproval => "This request no longer waits for a decision.",
            ReasonCode.NotAnApprover => "You are no longer an approver for this role, so you can't decide this.",
            ReasonCode.RequesterCannotDecide => "Nobody approves their own request. Another approver must decide.",
            ReasonCode.DecisionReasonRequired => "Give a reason for your decision; the requester will see it.",
            ReasonCode.DecisionWindowPassed =>
                $"The time to decide ended {context.Moment(refusal.At)}. The requester can ask again.",
            _ => "There is no such request for you to decide. Say “approvals” to see what waits for you.",
        };

    private static string Running(ReasonCode code, Refusal refusal, TimeSpan? limit, RefusalContext context) =>
        code switch
        {
            ReasonCode.NothingToCancel => "This request is settled; there is nothing to cancel.",
            ReasonCode.NotActive => $"{context.Role} is not active for you now. Say “my roles” to activate it.",
            ReasonCode.ActiveDurationTooShort =>
                $"An activation can't be ended in its first 5 minutes. You can end it from {context.Clock(refusal.At)} on.",
            ReasonCode.ExtensionPending => "You already asked to extend this, and that request is still open.",
            ReasonCode.ExtensionNotLonger when refusal.At - context.Now < limit =>
                $"{context.Role} is active until {context.Moment(refusal.At)} already. An extension counts from now: ask for more than {Words.Duration((refusal.At - context.Now)!.Value)}.",
            ReasonCode.ExtensionNotLonger =>
                $"{context.Role} is active until {context.Moment(refusal.At)} already, and that is the longest from now on. Extend it later.",
            ReasonCode.NotAwaitingVerification => "This request does not wait for verification.",
            ReasonCode.VerificationWindowPassed => "The time to verify is over. Ask for the role again.",
            ReasonCode.VerificationNotPassed =>
                $"Verification was not passed. You can try again until {context.Clock(refusal.At)}.",
            ReasonCode.VerificationStale => "That verification is too old for this request. Verify again.",
            ReasonCode.TargetRefused =>
                "The system that holds this role refused to grant it. Your administrators can see why in the audit.",
            _ => "There is nothing like that of yours. Say “my requests” to see what there is.",
        };
}
