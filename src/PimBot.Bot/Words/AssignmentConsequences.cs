using PimBot.Application.Access;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Wizard;
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

    /// <summary>What to think about before a privileged role is given; empty: it is plain enough to be done at once.</summary>
    public static IReadOnlyList<string> OfOrder(AssignmentDialogState state, AssignmentSubject subject)
    {
        if (subject is not { Role: { Privileged: true } role, Assignee: { } who })
        {
            return [];
        }

        List<string> cautions = [.. Cautions(who)];
        if (state.Type is not AssignmentType.Active && cautions.Count == 0)
        {
            return [];
        }

        var many = who.Group is { } group ? People(group.Members.Count, "person", "people") : who.Name;
        var hold = who.Group is { Members.Count: not 1 } ? "hold" : "holds";
        var from = state.Start is null ? "from now on" : "from its start on";
        var always = state.IsPermanent ? ", without an end" : "";
        return
        [
            state.Type is AssignmentType.Active
                ? $"{many} {hold} {role.Name} {from}, without asking{always}."
                : $"{many} can activate {role.Name} {from}{always}.",
            .. cautions,
        ];
    }

    private static IEnumerable<string> Cautions(Assignee who)
    {
        switch (who)
        {
            case { Group: { } group }:
                yield return $"Whoever joins the group {group.Name} later has it too.";
                break;
            case { Person.Kind: PersonKind.Guest }:
                yield return $"{who.Name} is a guest from another organization.";
                break;
            case { Person.Kind: PersonKind.Personal }:
                yield return $"{who.Name} has a personal account, and would be locked out where multi-factor authentication is needed.";
                break;
        }
    }

    private static string People(int count, string one, string more) => count == 1 ? $"1 {one}" : $"{count} {more}";

    /// <summary>Who is left once this is gone, where that is too few; by the same measure as the wizard's.</summary>
    private static IEnumerable<string> Left(AssignmentView view, AssignmentChange change, WizardRole role)
    {
        var gone = new HashSet<Guid> { view.Assignment.Id };
        if (change is AssignmentChange.Remove && WizardWords.TooFew(role, gone) is { } few)
        {
            yield return few;
        }

        if (view is { Assignee.Person.Kind: PersonKind.Emergency, Assignment.Type: AssignmentType.Active })
        {
            var left = role
                .Holders.Where(h =>
                    h
                        is {
                            Person: { Kind: PersonKind.Emergency, Enabled: true },
                            Assignment.Type: AssignmentType.Active
                        }
                    && h.Assignment.Id != view.Assignment.Id
                )
                .DistinctBy(h => h.Assignment.Person)
                .Count();
            if (left < 2)
            {
                yield return left == 0
                    ? $"It is the last emergency account that holds {role.Role.Name}. When sign-in or approval fails, nobody gets in: keep two."
                    : $"Only 1 emergency account would hold {role.Role.Name}: keep two.";
            }
        }
    }

    /// <summary>One sentence for each thing that happens, most important first.</summary>
    /// <param name="view">The assignment as it is.</param>
    /// <param name="change">What is done to it.</param>
    /// <param name="zone">The reader's time zone.</param>
    /// <param name="role">Who else has the role, where it is a privileged one of the directory; null: nothing is said of them.</param>
    public static IReadOnlyList<string> Of(
        AssignmentView view,
        AssignmentChange change,
        TimeZoneInfo zone,
        WizardRole? role = null
    )
    {
        List<string> sentences = [Main(view, change, zone)];
        if (change is AssignmentChange.Remove)
        {
            sentences.AddRange(view.ThroughGroups.Select(through => Kept(view, through)));
        }

        if (role is not null && change is AssignmentChange.Remove or AssignmentChange.MakeEligible)
        {
            sentences.AddRange(Left(view, change, role!));
        }

        if (view.Role.Privileged && change is not AssignmentChange.Remove && view.Assignee.Group is null)
        {
            sentences.AddRange(Cautions(view.Assignee));
        }

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

    private static string Kept(AssignmentView view, GroupAccess through) =>
        $"{view.Assignee.Name} keeps {view.Role.Name} ({AssignmentText.Kind(through.Assignment.Type)}) through the group {through.Group.Name}.";

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
