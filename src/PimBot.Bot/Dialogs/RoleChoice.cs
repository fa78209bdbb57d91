using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;

namespace PimBot.Bot.Dialogs;

/// <summary>Finds out which role a person means, among those that the person may activate or is active in.</summary>
internal sealed class RoleChoice
{
    public const string StepName = "role";

    /// <summary>Offers the roles as a card.</summary>
    public async Task AskAsync(TurnContext context, ActivationDialogState state, CancellationToken cancellation)
    {
        var roles = await AccessReader.EligibleAsync(context.Work, context.Person.Id, cancellation);
        if (roles.Count == 0)
        {
            await ActivationDialog.DropAsync(context, cancellation);
            context.Show(
                NoticeCard.For(
                    "No roles to activate",
                    "You are not eligible for any role. Ask an administrator to make you eligible.",
                    CardParts.Command("Status", "status")
                ),
                "No roles to activate"
            );
            return;
        }

        var held = await AccessReader.HeldAsync(context.Work, context.Person.Id, cancellation);
        await ShowAsync(context, state, "Which role?", roles, held, cancellation);
    }

    /// <summary>Takes a typed role name; goes on when it names one role, offers the likely ones otherwise.</summary>
    public async Task AnswerAsync(
        TurnContext context,
        ActivationDialogState state,
        string text,
        Func<TurnContext, ActivationDialogState, string?, CancellationToken, Task> goOn,
        CancellationToken cancellation
    )
    {
        var roles = await AccessReader.EligibleAsync(context.Work, context.Person.Id, cancellation);
        if (await NamesAnotherAsync(context, text, roles.Select(r => r.Role.Id).ToHashSet(), cancellation))
        {
            await OtherAsync(context, state, text, roles, cancellation);
            return;
        }

        switch (RoleNames.Match(text, Names(roles.Select(r => (r.Role, r.Scope)))))
        {
            case RoleMatch.Exact exact:
                await goOn(context, state.About(AccessOf(exact.Role)), null, cancellation);
                return;
            case RoleMatch.Ambiguous several:
                var likely = roles.Where(r => several.Roles.Any(m => AccessOf(m) == r.Access)).ToList();
                await ShowAsync(context, state, "Which of these?", likely, [], cancellation);
                return;
            default:
                await NarrowerAsync(context, state, text, roles, goOn, cancellation);
                return;
        }
    }

    /// <summary>The name of a role that is not the person's; where a group of theirs bears it too, that one is offered and not taken.</summary>
    private static async Task OtherAsync(
        TurnContext context,
        ActivationDialogState state,
        string text,
        IReadOnlyList<EligibleAccess> roles,
        CancellationToken cancellation
    )
    {
        var own = RoleNames.Named(text, Names(roles.Select(r => (r.Role, r.Scope)))).Select(AccessOf).ToHashSet();
        if (own.Count == 0)
        {
            await UnknownAsync(context, state, text, roles, cancellation);
            return;
        }

        context.Say("That is the name of a role that you can’t activate, and of a group. Do you mean the group?");
        await ShowAsync(
            context,
            state,
            "Which of these?",
            [.. roles.Where(r => own.Contains(r.Access))],
            [],
            cancellation
        );
    }

    /// <summary>"Owner at payments": a place below that of an eligibility.</summary>
    private static async Task NarrowerAsync(
        TurnContext context,
        ActivationDialogState state,
        string text,
        IReadOnlyList<EligibleAccess> roles,
        Func<TurnContext, ActivationDialogState, string?, CancellationToken, Task> goOn,
        CancellationToken cancellation
    )
    {
        switch (await NarrowerPlace.FindAsync(context.Work, roles, text, cancellation))
        {
            case null:
                await UnknownAsync(context, state, text, roles, cancellation);
                return;
            case { Found: [var only] }:
                await goOn(context, state.About(only.Access), null, cancellation);
                return;
            case { Found: { Count: > 1 } several }:
                context.Show(
                    NoticeCard.For(
                        "Which of these?",
                        "More than one place may be meant.",
                        [.. several.Take(6).Select(p => CardParts.Command(p.Title, $"activate {p.Title}"))]
                    ),
                    "Which of these?"
                );
                return;
            default:
                await DialogStates.DeleteAsync(context, cancellation);
                context.Show(
                    NoticeCard.For(
                        "That is not possible",
                        "You can activate this role for a part of what you are eligible for, but there is no place of that name in it. Say “my roles” to see where you are eligible.",
                        CardParts.Command("My roles", "my roles")
                    ),
                    "That is not possible"
                );
                return;
        }
    }

    /// <summary>The names that people may use for these roles. The key is read back by <see cref="AccessOf"/>.</summary>
    public static IReadOnlyList<NamedRole> Names(IEnumerable<(Role Role, Scope Scope)> roles) =>
        [
            .. roles.Select(r => new NamedRole(
                $"{r.Role.Id}\n{r.Scope.Id}",
                r.Role.Name,
                [
                    .. r.Role.Aliases,
                    .. OfGroup(r.Role, r.Scope),
                    .. r
                        .Role.Aliases.Prepend(r.Role.Name)
                        .SelectMany(name =>
                            new[] { "of", "on", "in", "at", "" }.Select(at => $"{name} {at} {r.Scope.Name}")
                        ),
                ]
            )),
        ];

    // A role of a group goes by the group's name too.
    private static string[] OfGroup(Role role, Scope scope) =>
        role.Kind is RoleKind.GroupMember or RoleKind.GroupOwner ? [scope.Name, $"group {scope.Name}"] : [];

    /// <summary>Whether the text is the very name of a role that is none of these: then nothing like it is meant.</summary>
    public static async Task<bool> NamesAnotherAsync(
        TurnContext context,
        string text,
        IReadOnlySet<RoleId> these,
        CancellationToken cancellation
    )
    {
        var known = await context.Work.Directory.RolesAsync(cancellation);
        var named = RoleNames.Named(text, [.. known.Select(r => new NamedRole(r.Id.Value, r.Name, r.Aliases))]);
        return named.Count > 0 && !named.Any(r => these.Contains(new RoleId(r.Key)));
    }

    public static RoleScope AccessOf(NamedRole role)
    {
        var parts = role.Key.Split('\n');
        return new RoleScope(new RoleId(parts[0]), new ScopeId(parts[1]));
    }

    private static async Task ShowAsync(
        TurnContext context,
        ActivationDialogState state,
        string question,
        IReadOnlyList<EligibleAccess> roles,
        IReadOnlyList<HeldAccess> held,
        CancellationToken cancellation
    )
    {
        await DialogStates.WriteAsync(context, state with { Step = StepName, Question = question }, cancellation);
        context.Show(RolesCard.For(question, roles, held, context.Now, context.Zone), question);
    }

    private static async Task UnknownAsync(
        TurnContext context,
        ActivationDialogState state,
        string text,
        IReadOnlyList<EligibleAccess> roles,
        CancellationToken cancellation
    )
    {
        var known = await context.Work.Directory.RolesAsync(cancellation);
        var all = known.Select(r => new NamedRole(r.Id.Value, r.Name, r.Aliases)).ToList();
        var sentence = RoleNames.Match(text, all) is RoleMatch.Exact other
            ? await WhyNotAsync(context, known.Single(r => r.Id.Value == other.Role.Key), cancellation)
            : "I know no role of yours by that name.";
        if (roles.Count == 0)
        {
            await ActivationDialog.DropAsync(context, cancellation);
            context.Say(
                $"{sentence} There is no role that you can activate now; an administrator can make you eligible for one."
            );
            return;
        }

        context.Say($"{sentence} These are the roles that you can activate:");
        await ShowAsync(context, state, "Which role?", roles, [], cancellation);
    }

    private static async Task<string> WhyNotAsync(TurnContext context, Role role, CancellationToken cancellation)
    {
        var mine = (await context.Work.Assignments.OfAsync(context.Person.Id, cancellation))
            .Where(a => a.Access.Role == role.Id)
            .ToList();
        var begins = mine.Where(a => a.Start > context.Now).Min(a => a.Start);
        var ended = mine.Where(a => a.End <= context.Now).Max(a => a.End);
        return (begins, ended) switch
        {
            _ when mine.Exists(a => a.Type is AssignmentType.Active && a.HoldsAt(context.Now)) =>
                $"You hold {role.Name} already, without activating it.",
            ({ } from, _) => $"You become eligible for {role.Name} {Words.Moment(from, context.Now, context.Zone)}.",
            (_, { } end) => $"Your eligibility for {role.Name} ended {Words.Moment(end, context.Now, context.Zone)}.",
            _ => $"You are not eligible for {role.Name}.",
        };
    }
}
