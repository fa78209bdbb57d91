using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;

namespace PimBot.Bot.Handlers;

/// <summary>Says of one's own assignments, which can't be extended now, from when on they can be, or who can.</summary>
internal static class NotYet
{
    private const int Most = 5;

    /// <summary>False where no assignment of the speaker is meant: nothing was said then.</summary>
    /// <param name="context">The holder's turn.</param>
    /// <param name="own">The holder's direct assignments that end, as far as they are meant.</param>
    /// <param name="asked">What was said.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<bool> ShowAsync(
        TurnContext context,
        IReadOnlyList<AssignmentView> own,
        AssignmentAsked asked,
        CancellationToken cancellation
    )
    {
        var through = await ThroughGroupsAsync(context, asked, cancellation);
        var meant = own.Concat(through).Where(v => !v.Assignment.IsOverAt(context.Now) || v.CanRenew).ToList();
        if (meant.Count == 0)
        {
            return false;
        }

        var more = meant.Count > Most ? $" And {meant.Count - Most} more: say which one." : "";
        var sentences = meant.OrderBy(v => v.Assignment.End).Take(Most).Select(v => Say(v, context));
        var (heading, first) =
            asked.Parts.Count > 0
                ? ("Nothing to extend yet", "")
                : ("Nothing is active", "No role that you activated is active now. ");
        context.Show(
            NoticeCard.For(
                heading,
                first + string.Join(' ', sentences) + more,
                CardParts.Command("My roles", "my roles")
            ),
            heading
        );
        return true;
    }

    private static string Say(AssignmentView view, TurnContext context)
    {
        var role = view.Scope.Kind is ScopeKind.Directory ? view.Role.Name : $"{view.Role.Name} at {view.Scope.Name}";
        var kind = AssignmentText.Kind(view.Assignment.Type);
        var (start, end) = (view.Assignment.Start, view.Assignment.End!.Value);
        var from = start > context.Now ? $" from {Moment(start.Value)}" : "";
        return view switch
        {
            { Assignee.Group: { } group } =>
                $"You are {kind} for {role} through the group {group.Name},{from} until {Moment(end)}: an administrator extends it for the group.",
            { CanRenew: true } =>
                $"{role} ended {Moment(end)}: say “renew {view.Role.Name}” to ask an administrator for it again.",
            _ =>
                $"You are {kind} for {role}{from} until {Moment(end)}. More time can be asked for from 14 days before the end on: from {Moment(end - Assignment.ExtendBefore)}.",
        };

        string Moment(DateTimeOffset at) => Words.Moment(at, context.Now, context.Zone);
    }

    /// <summary>What the speaker has through groups, and that ends.</summary>
    private static async Task<IReadOnlyList<AssignmentView>> ThroughGroupsAsync(
        TurnContext context,
        AssignmentAsked asked,
        CancellationToken cancellation
    )
    {
        var all = await context.Work.Assignments.OfAsync(context.Person.Id, cancellation);
        var ending = all.Where(a => a.Group is not null && a.End > context.Now).ToList();
        return Wishes.Meant(await AssignmentViewReader.ViewAsync(context.Work, ending, cancellation), asked);
    }
}
