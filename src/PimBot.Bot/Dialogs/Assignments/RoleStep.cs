using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs.Assignments;

/// <summary>"Which role?", among those that the speaker manages.</summary>
internal sealed class RoleStep : IAssignmentStep
{
    public const string StepName = "assignment-role";

    // A group whose members the directory keeps: it can be meant, and can't be assigned.
    private const string NoRole = "group:";

    public string Name => StepName;

    public bool IsNeeded(AssignmentDialogState state, AssignmentSubject subject) => subject.Role is null;

    public bool Mends(ReasonCode code) => false;

    public AssignmentQuestion Question(AssignmentDialogState state, AssignmentSubject subject) =>
        Offering.Of("Which role?", Offering.Roles(subject.Administered.Select(a => a.Role)));

    public string? Unread(AssignmentDialogState state) => state.RoleText;

    public async Task<AssignmentAnswer> AnswerAsync(
        TurnContext context,
        AssignmentDialogState state,
        AssignmentSubject subject,
        string text,
        CancellationToken cancellation
    )
    {
        if (Picked(state, subject, text) is { } picked)
        {
            return picked;
        }

        var groups = await GroupNames.FindAsync(context, text, cancellation);
        return Meanings(subject, groups, text) switch
        {
            [] => Answer(state, subject, text),
            [var only] => Picked(state, subject, only.Value) ?? Answer(state, subject, text),
            var several => AssignmentAnswer.AskWhich(
                Offering.Of($"“{text.Trim()}” is the name of more than one thing. Which one is meant?", several)
            ),
        };
    }

    public AssignmentDialogState Forget(AssignmentDialogState state) =>
        state with
        {
            Role = null,
            Scope = null,
            RoleText = null,
        };

    /// <summary>What the words name exactly where a group is among it; empty: no group bears that name.</summary>
    private static List<(string Title, string Value)> Meanings(
        AssignmentSubject subject,
        IReadOnlyList<Group> groups,
        string text
    )
    {
        var managed = GroupNames.Find(subject.Administered, text);
        var known = managed.SelectMany(m => m.Scopes).Select(s => s.Group).ToHashSet();
        var ofGroups = managed
            .SelectMany(m => m.Scopes.Select(s => ($"{m.Role.Name}, of the group {s.Name}", $"{m.Role.Id}|{s.Id}")))
            .Concat(
                groups
                    .Where(g => !known.Contains(g.Id))
                    .Select(g => ($"Member of the group {g.Name}", $"{NoRole}{g.Name}"))
            )
            .ToList();
        return ofGroups.Count == 0
            ? []
            :
            [
                .. RoleNames
                    .Named(text, Offering.Names(subject.Administered.Select(a => a.Role)))
                    .Select(n => (n.Name, n.Key)),
                .. ofGroups,
            ];
    }

    /// <summary>What an id stands for, of a role or of a role of a group; null: it is none.</summary>
    private static AssignmentAnswer? Picked(AssignmentDialogState state, AssignmentSubject subject, string text)
    {
        if (text.StartsWith(NoRole, StringComparison.Ordinal))
        {
            return AssignmentAnswer.AskAgain(
                $"Who is in the group {text[NoRole.Length..]} is kept in your directory, and not managed here. Name another role."
            );
        }

        var parts = text.Split('|', 2);
        var role = subject.Administered.FirstOrDefault(a => a.Role.Id.Value == parts[0]);
        return role switch
        {
            null => null,
            _ when parts.Length == 1 => Accept(state, role.Role.Id.Value, null),
            _ when role.Scopes.Any(s => s.Id.Value == parts[1]) => Accept(state, role.Role.Id.Value, parts[1]),
            _ => null,
        };
    }

    private static AssignmentAnswer Accept(AssignmentDialogState state, string role, string? scope) =>
        AssignmentAnswer.Accept(state with { Role = role, Scope = scope, RoleText = null });

    private static AssignmentAnswer Answer(AssignmentDialogState state, AssignmentSubject subject, string text) =>
        RoleNames.Match(text, Offering.Names(subject.Administered.Select(a => a.Role))) switch
        {
            RoleMatch.Exact exact => Accept(state, exact.Role.Key, null),
            RoleMatch.Ambiguous several => AssignmentAnswer.AskWhich(
                Offering.Of("Which of these?", several.Roles.Select(r => (r.Name, r.Key)))
            ),
            RoleMatch.None { Nearest.Count: > 0 } none => AssignmentAnswer.AskWhich(
                Offering.Of(
                    "I know no role of that name that you manage. Do you mean one of these?",
                    none.Nearest.Select(r => (r.Name, r.Key))
                )
            ),
            _ => AssignmentAnswer.AskAgain("I know no role of that name that you manage."),
        };
}
