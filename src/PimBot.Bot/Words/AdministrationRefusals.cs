using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Wording;

/// <summary>Why an administrator's order, or a holder's wish, was refused, and the way out.</summary>
internal static class AdministrationRefusals
{
    public static string Say(ReasonCode code, Refusal refusal, TimeSpan? limit, RefusalContext context) =>
        code switch
        {
            ReasonCode.NotAdministrator =>
                "That is for administrators of this role, and you are not one now. Say “my roles” to see what you can activate.",
            ReasonCode.UnknownPrincipal => "There is no such person or group in the directory. Try the e-mail address.",
            ReasonCode.UnknownAccess =>
                "There is no such role or place that you administer. Say “help” to see what is.",
            ReasonCode.RoleDoesNotFitScope =>
                $"{context.Role} can’t be held there: directory roles belong to the directory, Azure roles to a management group, subscription, resource group or resource, group roles to a group. Choose another place.",
            ReasonCode.LastAdministrator =>
                $"{Who(context)} is the last who holds {context.Role}. Make somebody else an active {context.Role} first.",
            ReasonCode.LastGroupOwner => $"{Who(context)} is the last owner of this group. Name another owner first.",
            ReasonCode.LastApprover =>
                "Then nobody could approve requests any more. Name another approver in the role’s settings first.",
            ReasonCode.PolicyInvalid => Faults(refusal),
            ReasonCode.ChangedMeanwhile =>
                "Somebody else changed this meanwhile, so nothing was saved. Look at it again and repeat your change.",
            ReasonCode.NotGlobalAdministrator =>
                "Only an active Global Administrator can elevate. Activate Global Administrator first.",
            ReasonCode.ElevationTooLong =>
                $"The longest elevation is {Words.Duration(limit ?? Elevation.Longest)}. Ask for less time.",
            ReasonCode.ElevationNeeded =>
                "You don’t manage Azure roles now. As a Global Administrator, say “elevate because …” first.",
            ReasonCode.SetUpAlready =>
                "PimBot was set up already, so there is nothing to set up. Say “dashboard” to see it.",
            ReasonCode.PersonalAccountNotAllowed =>
                "A guest, personal or emergency account can’t set PimBot up. Use a work account of your organization.",
            ReasonCode.AdministratorVerificationRequired =>
                $"The settings of {context.Role} ask whoever assigns it for multi-factor authentication. Say “verify”, sign in with a second factor, and repeat what you wanted.",
            _ => Standing(code, refusal, limit, context),
        };

    private static string Standing(ReasonCode code, Refusal refusal, TimeSpan? limit, RefusalContext context) =>
        code switch
        {
            ReasonCode.AssignmentExists when refusal.At is { } until =>
                $"{Who(context)} has this already, until {context.Moment(until)}, and can’t have a second one of the kind beside it, also not for later. Say “members {context.Role}” to extend or change it; when it has ended, a new one can be made.",
            ReasonCode.AssignmentExists =>
                $"{Who(context)} has this already, permanently. Say “members {context.Role}” to change it.",
            ReasonCode.UnknownAssignment when refusal.At is { } ended =>
                $"That assignment ended {context.Moment(ended)}. It can be renewed for 30 days.",
            ReasonCode.UnknownAssignment =>
                $"There is no such assignment any more. Say “members” to see what there is.",
            ReasonCode.AssignmentTooShort =>
                $"The shortest assignment is {Words.Duration(limit ?? Assignment.Shortest)}. Give it more time.",
            ReasonCode.AssignmentTooLong when limit is { } longest =>
                $"The longest that the settings of {context.Role} allow is {Words.Duration(longest)}. Choose a shorter time.",
            ReasonCode.AssignmentTooLong =>
                $"That is longer than the settings of {context.Role} allow. Choose a shorter time.",
            ReasonCode.PermanentNotAllowed when limit is { } longest =>
                $"The settings of {context.Role} don’t allow permanent assignments: {Words.Duration(longest)} at most.",
            ReasonCode.PermanentNotAllowed =>
                $"The settings of {context.Role} don’t allow permanent assignments. Choose an end.",
            ReasonCode.AssignmentTooYoung =>
                $"An assignment can’t be removed in its first 5 minutes. You can from {context.Clock(refusal.At)} on.",
            ReasonCode.EndInPast => "That end has passed. Give one that is still to come.",
            ReasonCode.ExtensionTooEarly =>
                $"More time can be asked for from 14 days before the end on: from {context.Moment(refusal.At)}.",
            ReasonCode.RenewalTooLate =>
                "A renewal can be asked for in the 30 days after the end, and these are over. Ask an administrator to assign it anew.",
            ReasonCode.AssignmentRequestPending =>
                "A request about this assignment waits already. It must be decided or canceled first; administrators see it with “pending”.",
            ReasonCode.NothingToChange =>
                "That is how it is already, or no longer than now: there is nothing to change.",
            ReasonCode.ServiceAccountsAreActiveOnly =>
                "A service account can’t activate anything, so it can’t be eligible. Make it active instead.",
            ReasonCode.GroupInItself =>
                $"{Who(context)} would become a member or owner of itself, directly or through other groups, and no group can. Choose another group, or name people.",
            ReasonCode.StillRunning =>
                $"This assignment still runs{(refusal.At is { } end ? $" until {context.Moment(end)}" : "")}. Say “extend” instead of “renew”.",
            ReasonCode.AnotherAdministratorNeeded =>
                "Whoever asked for this, or whom it concerns, can’t confirm it. Another administrator must.",
            ReasonCode.NotPendingDecision => "This is settled already; nothing waits for a decision here.",
            _ => "That is not possible. Say “help” to see what is.",
        };

    private static string Faults(Refusal refusal) =>
        refusal.Faults.Count == 0
            ? "These settings contradict each other. Change them and save again."
            : string.Join(' ', refusal.Faults.Select(f => f.Words));

    private static string Who(RefusalContext context) => context.Assignee ?? "This account";
}
