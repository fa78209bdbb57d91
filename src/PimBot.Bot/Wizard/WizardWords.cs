using PimBot.Application.Access;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Wizard;

/// <summary>The wizard's warnings and consequences in words.</summary>
internal static class WizardWords
{
    private const int MostNames = 6;

    /// <summary>What one should know of a holder; null: nothing special.</summary>
    public static string? Caution(WizardHolder holder) =>
        holder switch
        {
            { Person: { Enabled: false } } => "The account is disabled: remove it.",
            { Person.Kind: PersonKind.Emergency } =>
                "Emergency account: keep it permanent. A change needs another administrator.",
            { Person.Kind: PersonKind.Personal } =>
                "Personal account: keep it permanent. It would be locked out where multi-factor authentication is needed.",
            { Person.Kind: PersonKind.Guest } =>
                "Guest: from another organization. Does this person still need the role?",
            { Person: null, Group: null } => "No longer in the directory: remove it.",
            _ => null,
        };

    /// <summary>What explains a holder; null: nothing to explain.</summary>
    public static string? Note(WizardHolder holder) =>
        holder switch
        {
            { Person.Kind: PersonKind.ServiceAccount } => "Service account: it can’t be eligible.",
            { Group.Members.Count: 1 } => "A group of 1 person.",
            { Group: { } group } => $"A group of {group.Members.Count} people.",
            _ => null,
        };

    /// <summary>"permanent", "active until …", "eligible".</summary>
    public static string State(WizardHolder holder, DateTimeOffset now, TimeZoneInfo zone) =>
        (holder.Assignment.Type, holder.Assignment.End) switch
        {
            (AssignmentType.Active, null) => "permanent",
            (AssignmentType.Active, { } end) => $"active until {Words.Moment(end, now, zone)}",
            (_, { } end) => $"eligible until {Words.Moment(end, now, zone)}",
            _ => "eligible",
        };

    public static bool IsStanding(Assignment assignment) =>
        assignment is { Type: AssignmentType.Active, IsPermanent: true };

    /// <summary>What would happen, a sentence for each sort of change.</summary>
    public static IEnumerable<string> Consequences(WizardRole role, IReadOnlyList<WizardChange> changes)
    {
        var eligible = Allowed(changes, WizardStep.MakeEligible);
        if (eligible.Count > 0)
        {
            var until = role.Policy.Eligible.Maximum is { } maximum ? $", for {Words.Duration(maximum)}" : "";
            yield return $"{Lose(eligible)} standing access to {role.Role.Name}, and can activate it when needed{until}: {Names(eligible)}.";
        }

        var removed = Allowed(changes, WizardStep.Remove);
        if (removed.Count > 0)
        {
            yield return $"{Lose(removed)} {role.Role.Name} altogether: {Names(removed)}.";
        }
    }

    /// <summary>What to think about before going on.</summary>
    public static IEnumerable<string> Warnings(WizardRole role, IReadOnlyList<WizardChange> changes)
    {
        var removed = Allowed(changes, WizardStep.Remove).Select(c => c.Holder.Assignment.Id).ToHashSet();
        if (TooFew(role, removed) is { } few)
        {
            yield return few;
        }

        foreach (var change in changes.Where(c => c.Outcome.IsAllowed))
        {
            switch (change)
            {
                case { Holder.Person.Kind: PersonKind.Emergency }:
                    yield return $"{change.Holder.Name} is an emergency account: keep it permanent. If you go on, another administrator must confirm.";
                    break;
                case { Step: WizardStep.MakeEligible, Holder.Person.Kind: PersonKind.Personal }:
                    yield return $"{change.Holder.Name} has a personal account, and would be locked out where multi-factor authentication is needed. Keep it permanent.";
                    break;
                case { Step: WizardStep.MakeEligible, Holder.Person.Kind: PersonKind.Guest }:
                    yield return $"{change.Holder.Name} is a guest from another organization. Ask whether the role is still needed.";
                    break;
            }
        }
    }

    /// <summary>What is wrong with those who are left once these assignments are gone; null: nothing.</summary>
    public static string? TooFew(WizardRole role, IReadOnlySet<Guid> removed)
    {
        var left = role.OrganizationAccountsWithout(removed);
        return role.Role.Id switch
        {
            _ when removed.Count == 0 => null,
            var id when id == WellKnownRoles.GlobalAdministrator && left < WizardOverview.FewestGlobalAdministrators =>
                "No Global Administrator with an account of your organization would be left. Keep at least one.",
            var id
                when id == WellKnownRoles.PrivilegedRoleAdministrator
                    && left < WizardOverview.FewestPrivilegedRoleAdministrators => left == 0
                ? "No Privileged Role Administrator with an account of your organization would be left. Keep at least two."
                : "Only 1 Privileged Role Administrator with an account of your organization would be left. If that account is deleted, nobody manages PimBot: keep at least two.",
            _ => null,
        };
    }

    /// <summary>Why a change can't be made.</summary>
    public static string Refusal(TurnContext context, WizardRole role, WizardChange change) =>
        change.Outcome.Refusal?.Code is ReasonCode.LastAdministrator
            ? $"{change.Holder.Name} stays: nobody else would hold {role.Role.Name}."
            : $"{change.Holder.Name} stays as before: {Refusals.Say(change.Outcome.Refusal!, new RefusalContext(context.Now, context.Zone, role.Role.Name))}";

    public static IReadOnlyList<WizardChange> Allowed(IReadOnlyList<WizardChange> changes, WizardStep step) =>
        [.. changes.Where(c => c.Step == step && c.Outcome.IsAllowed)];

    public static string Names(IReadOnlyList<WizardChange> changes)
    {
        var names = changes.Select(c => c.Holder.Group is null ? c.Holder.Name : $"the group {c.Holder.Name}").ToList();
        return names.Count <= MostNames
            ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";
    }

    private static string Lose(IReadOnlyList<WizardChange> changes)
    {
        var people = changes.Sum(c => c.Holder.Group?.Members.Count ?? 1);
        return people == 1 ? "1 person loses" : $"{people} people lose";
    }
}
