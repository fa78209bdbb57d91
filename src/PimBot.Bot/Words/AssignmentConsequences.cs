using PimBot.Application.Access;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Domain.Access;

namespace PimBot.Bot.Wording;

/// <summary>What follows from a change of an assignment, said before it is made.</summary>
internal static class AssignmentConsequences
{
    /// <summary>"Remove Exchange Administrator from Alice Andersen?"</summary>
    public static string Question(AssignmentView view, AssignmentChange change)
    {
        var (who, role) = (view.Assignee.Name, view.Role.Name);
        return change switch
        {
            AssignmentChange.Remove => $"Remove {role} from {who}?",
            AssignmentChange.MakePermanent => $"Make {who} a permanent {role}?",
            AssignmentChange.MakeEligible => $"Make {who} eligible for {role}?",
            AssignmentChange.MakeActive => $"Make {who} an active {role}?",
            _ => $"Change the end of {role} for {who}?",
        };
    }

    /// <summary>One sentence for each thing that happens, most important first.</summary>
    public static IReadOnlyList<string> Of(AssignmentView view, AssignmentChange change, TimeZoneInfo zone)
    {
        List<string> sentences = [Main(view, change, zone)];
        if (view.Assignee.Group is { Members: var members })
        {
            sentences.Add(
                members.Count == 0
                    ? "The group has no members now."
                    : $"It is the group’s: {(members.Count == 1 ? "1 member has" : $"{members.Count} members have")} it through the group."
            );
        }

        if (view.Running.Count > 0 && change is not AssignmentChange.Prolong)
        {
            sentences.Add(Running(view, zone));
        }

        if (view.Assignee.Person?.Kind is PersonKind.Emergency)
        {
            sentences.Add(
                "This is an emergency account: another administrator must confirm it before anything changes."
            );
        }

        if (view.Pending is { } pending)
        {
            sentences.Add(
                pending.WaitsFor is PendingReason.AdministratorDecision
                    ? "The request for more time that waits for an administrator is canceled."
                    : "Another change of it waits already, and must be settled first."
            );
        }

        return sentences;
    }

    private static string Main(AssignmentView view, AssignmentChange change, TimeZoneInfo zone)
    {
        var (who, role) = (view.Assignee.Name, view.Role.Name);
        var now = Now(view, zone);
        return change switch
        {
            AssignmentChange.Remove => $"{who} loses {role}, {now}.",
            AssignmentChange.MakePermanent =>
                $"{who} holds {role} from now on, always: without activating it, without approval, without an end. Until now: {now}.",
            AssignmentChange.MakeEligible =>
                $"{who} no longer holds {role} by itself, and activates it when it is needed. Until now: {now}.",
            AssignmentChange.MakeActive => $"{who} holds {role} without activating it. Until now: {now}.",
            _ => $"Now: {now}.",
        };
    }

    private static string Now(AssignmentView view, TimeZoneInfo zone)
    {
        var assignment = view.Assignment;
        var since =
            assignment.Start is { } start && start <= view.Now ? $" since {Words.Moment(start, view.Now, zone)}" : "";
        var until = assignment.End is { } end ? $" until {Words.Moment(end, view.Now, zone)}" : "";
        var begins = assignment.Start > view.Now ? $" from {Words.Moment(assignment.Start.Value, view.Now, zone)}" : "";
        var kind = AssignmentText.Kind(assignment.Type);
        return assignment.End is null ? $"permanently {kind}{begins}{since}" : $"{kind}{begins}{since}{until}";
    }

    private static string Running(AssignmentView view, TimeZoneInfo zone) =>
        view.Running is [var only] && view.Assignee.Person is not null
            ? $"The activation that runs until {Words.Moment(only.Until!.Value, view.Now, zone)} ends now."
        : view.Running.Count == 1 ? "1 activation that runs ends now."
        : $"{view.Running.Count} activations that run end now.";
}
