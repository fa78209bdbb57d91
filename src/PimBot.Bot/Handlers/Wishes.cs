using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Handlers;

/// <summary>A holder's wish to have an assignment extended or renewed: finds it, and starts the dialog with what was said.</summary>
internal sealed class Wishes(AssignmentDialog dialog)
{
    private const int MostButtons = 6;

    /// <summary>Asks for more time with the assignment that is meant.</summary>
    /// <param name="context">The holder's turn.</param>
    /// <param name="action"><see cref="RequestAction.SelfExtend"/> or <see cref="RequestAction.SelfRenew"/>.</param>
    /// <param name="asked">What was said.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task StartAsync(
        TurnContext context,
        RequestAction action,
        AssignmentAsked asked,
        CancellationToken cancellation
    )
    {
        var own = await OwnAsync(context, asked, cancellation);
        var possible = own.Where(v => action is RequestAction.SelfExtend ? v.CanExtend : v.CanRenew).ToList();
        var fitting = own.Where(v => v.Assignment.IsOverAt(context.Now) == action is RequestAction.SelfRenew).ToList();
        switch (possible.Count > 0 ? possible : fitting)
        {
            case [var only]:
                await GoOnAsync(context, action, only, asked, cancellation);
                return;
            case { Count: > 1 } several:
                Choose(context, action, several);
                return;
            default:
                Nothing(context, action);
                return;
        }
    }

    /// <summary>Whether the words mean an assignment near its end, or after it, rather than something that runs.</summary>
    public static async Task<bool> AreMeantAsync(
        TurnContext context,
        AssignmentAsked asked,
        Func<AssignmentView, bool> possible,
        CancellationToken cancellation
    ) => (await OwnAsync(context, asked, cancellation)).Any(possible);

    private async Task GoOnAsync(
        TurnContext context,
        RequestAction action,
        AssignmentView view,
        AssignmentAsked asked,
        CancellationToken cancellation
    )
    {
        foreach (var note in asked.Notes)
        {
            context.Say(note);
        }

        var state = Begin(context, action, view) with
        {
            Justification = asked.Justification,
            PeriodInReason = asked.PeriodInReason,
        };
        await dialog.GoOnAsync(context, state.Lasting(asked.Period), asked.Fault, cancellation);
    }

    /// <summary>The state of a dialog about this assignment that knows nothing else yet.</summary>
    public static AssignmentDialogState Begin(TurnContext context, RequestAction action, AssignmentView view) =>
        new()
        {
            Id = context.Turn.Key[..16],
            Action = action,
            Assignment = view.Assignment.Id,
            Type = view.Assignment.Type,
        };

    /// <summary>The holder's direct assignments that end, or ended and are still kept, as far as the words mean them.</summary>
    public static async Task<IReadOnlyList<AssignmentView>> OwnAsync(
        TurnContext context,
        AssignmentAsked asked,
        CancellationToken cancellation
    )
    {
        var all = await context.Work.Assignments.OfAsync(context.Person.Id, cancellation);
        var ending = all.Where(a => a.Person == context.Person.Id && a.End is not null).ToList();
        return Meant(await AssignmentViewReader.ViewAsync(context.Work, ending, cancellation), asked);
    }

    /// <summary>Those of these whose role the words name; all of them where no words are left.</summary>
    public static IReadOnlyList<AssignmentView> Meant(IReadOnlyList<AssignmentView> views, AssignmentAsked asked)
    {
        if (asked.Parts.Count == 0)
        {
            return views;
        }

        var names = RoleChoiceNames(views);
        IReadOnlyList<NamedRole> meant = RoleNames.Match(asked.Text(0, asked.Parts.Count), names) switch
        {
            RoleMatch.Exact exact => [exact.Role],
            RoleMatch.Ambiguous several => several.Roles,
            _ => [],
        };
        return [.. views.Where(v => meant.Any(m => m.Key == v.Assignment.Id.ToString()))];
    }

    private static IReadOnlyList<NamedRole> RoleChoiceNames(IReadOnlyList<AssignmentView> views) =>
        [
            .. views.Select(v => new NamedRole(
                v.Assignment.Id.ToString(),
                v.Role.Name,
                [
                    .. v.Role.Aliases,
                    .. new[] { "at", "of", "on", "in" }.Select(at => $"{v.Role.Name} {at} {v.Scope.Name}"),
                ]
            )),
        ];

    private static void Choose(TurnContext context, RequestAction action, IReadOnlyList<AssignmentView> several)
    {
        var verb = action is RequestAction.SelfExtend ? Verbs.ExtendAssignment : Verbs.RenewAssignment;
        context.Show(
            NoticeCard.For(
                "Which of these?",
                "More than one of your assignments may be meant.",
                [
                    .. several
                        .Take(MostButtons)
                        .Select(v => CardParts.Button(NameOf(v), verb, CardData.Of(v.Assignment.Id))),
                ]
            ),
            "Which of these?"
        );
    }

    private static string NameOf(AssignmentView view) =>
        SafeText.Clean(
            view.Scope.Kind is ScopeKind.Directory ? view.Role.Name : $"{view.Role.Name} at {view.Scope.Name}",
            80
        );

    private static void Nothing(TurnContext context, RequestAction action) =>
        context.Show(
            action is RequestAction.SelfExtend
                ? NoticeCard.For(
                    "Nothing to extend",
                    "You have no assignment by that name that ends. More time can be asked for from 14 days before the end on.",
                    CardParts.Command("My roles", "my roles")
                )
                : NoticeCard.For(
                    "Nothing to renew",
                    "No assignment of yours by that name ended in the last 30 days.",
                    CardParts.Command("My roles", "my roles")
                ),
            "Nothing to ask for"
        );
}
