using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access.AsCode;

/// <summary>Says to an operator why part of a plan is refused, and the way out.</summary>
internal static class DirectoryRefusalWords
{
    private const int Longest = 500;

    public static string Of(Refusal refusal) =>
        refusal switch
        {
            { Faults.Count: > 0 } => InertText.Clean(string.Join(' ', refusal.Faults.Select(f => f.Words)), Longest)!,
            { Violations.Count: > 0 } => string.Join(
                "; ",
                refusal.Violations.Select(v => Of(v.Code, refusal, v.Limit))
            ),
            _ => Of(refusal.Code, refusal, null),
        };

    private static string Of(ReasonCode code, Refusal refusal, TimeSpan? limit) =>
        code switch
        {
            ReasonCode.NotAdministrator
            or ReasonCode.UnknownAccess
            or ReasonCode.UnknownAssignment
            or ReasonCode.UnknownReview =>
                "the administrator in whose name this is applied does not manage that role there",
            ReasonCode.UnknownPrincipal => "there is no such person or group",
            ReasonCode.PersonDisabled => "the account is disabled",
            ReasonCode.RoleDoesNotFitScope => "a role of this kind can't be held there",
            ReasonCode.ServiceAccountsAreActiveOnly => "service accounts are active only",
            ReasonCode.AssignmentExists =>
                "there is another assignment of that kind, and only one is kept, also for later",
            ReasonCode.AssignmentRequestPending => "a request for it waits for an administrator; decide that one first",
            ReasonCode.AssignmentTooYoung when refusal.At is { } from =>
                $"it was made less than 5 minutes ago, and can be removed from {DirectoryPeriodWords.Moment(from)} on",
            ReasonCode.GroupInItself =>
                "the group would be a member or owner of itself, directly or through other groups",
            ReasonCode.EndInPast => "its end has passed",
            ReasonCode.AssignmentTooShort => "an assignment lasts at least 5 minutes",
            ReasonCode.AssignmentTooLong or ReasonCode.PermanentNotAllowed when limit is { } longest =>
                $"the role's settings allow at most {DirectoryPeriodWords.Duration(longest)}",
            ReasonCode.JustificationRequired => "the role's settings ask for a reason: give one with --reason",
            ReasonCode.AdministratorVerificationRequired =>
                "the role's settings ask whoever assigns it for MFA: assign it in chat",
            ReasonCode.LastAdministrator => "nobody else would hold the role: its last active holder stays",
            ReasonCode.LastGroupOwner => "the group would have no owner: its last active owner stays",
            ReasonCode.LastApprover => "requests for a role would have no approver",
            ReasonCode.ReviewAlreadyRunning when refusal.At is { } until =>
                $"another review of it runs until {DirectoryPeriodWords.Moment(until)}: give a later start",
            ReasonCode.NothingToReview => "nobody has it now, so there is nothing to review: give a later start",
            ReasonCode.UnknownAlert => "the administrator in whose name this is applied does not manage that alert",
            ReasonCode.UnknownReviewer => "somebody among the reviewers can't review",
            ReasonCode.ReviewRecurrenceEndInvalid => "it ends before it begins",
            _ => $"refused ({code})",
        };
}
