using PimBot.Application.Access;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Handlers;

/// <summary><c>assign [role] to [person or group] …</c>: starts the dialog with what was said; what is complete asks nothing more.</summary>
internal sealed class AssignHandler(AssignmentDialog dialog) : CommandHandler<AssignCommand>
{
    protected override async Task HandleAsync(
        TurnContext context,
        AssignCommand command,
        CancellationToken cancellation
    )
    {
        if (await ChangeTurn.AdministeredAsync(context, cancellation) is not { } administered)
        {
            return;
        }

        var asked = command.Asked;
        var leading = command.Changes ? "for" : "";
        var groups = await GroupNames.AllAsync(context, administered, cancellation);
        var names = AskedNames.Read(asked, Offering.Names(administered.Select(a => a.Role)), leading, groups: groups);
        if (
            command.Changes
            && names is { RoleText: not null, Who: not null }
            && (await AssignmentFinder.FindAsync(context, administered, names, cancellation)).Found
                is { Count: > 0 } found
            && ChangeOf(asked, found) is { } change
        )
        {
            await ChangeTurn.ShowAsync(context, administered, change, asked, found, cancellation);
            return;
        }

        await StartAsync(context, administered, asked, names, cancellation);
    }

    /// <summary>What "make … eligible" or "make … permanent" does to what is there; null: it is no change but something new.</summary>
    private static AssignmentChange? ChangeOf(AssignmentAsked asked, IReadOnlyList<AssignmentView> found) =>
        asked.Type switch
        {
            null when asked.Period is { IsPermanent: true } => AssignmentChange.MakePermanent,
            AssignmentType.Eligible when found.All(f => f.Assignment.Type is AssignmentType.Active) =>
                AssignmentChange.MakeEligible,
            AssignmentType.Active when found.All(f => f.Assignment.Type is AssignmentType.Eligible) => asked.Period
                is { IsPermanent: true }
                ? AssignmentChange.MakePermanent
                : AssignmentChange.MakeActive,
            { } type when asked.Period is not null && found.All(f => f.Assignment.Type == type) =>
                AssignmentChange.Prolong,
            _ => null,
        };

    private Task StartAsync(
        TurnContext context,
        IReadOnlyList<AdministeredRole> administered,
        AssignmentAsked asked,
        AskedNames names,
        CancellationToken cancellation
    )
    {
        foreach (var note in asked.Notes)
        {
            context.Say(note);
        }

        var state = new AssignmentDialogState
        {
            Id = context.Turn.Key[..16],
            Action = RequestAction.AdminAssign,
            RoleText = names.RoleText,
            PlaceText = names.Place,
            WhoText = names.Who,
            Type = asked.Type,
            Start = asked.Start,
            Justification = asked.Justification,
            PeriodInReason = asked.PeriodInReason,
            PlaceInReason = names.Place is null ? PlaceIn(asked, administered) : null,
        };
        return dialog.GoOnAsync(context, state.Lasting(asked.Period), asked.Fault, cancellation);
    }

    /// <summary>The whole name of a place where the speaker manages something, at the end of the reason; null: none.</summary>
    private static string? PlaceIn(AssignmentAsked asked, IReadOnlyList<AdministeredRole> administered)
    {
        if (asked is not { Justification: { } reason, QuotesReason: false })
        {
            return null;
        }

        var names = Offering.Names(administered.SelectMany(a => a.Scopes).DistinctBy(s => s.Id));
        string[] ends =
            asked.PeriodInReason is { } words && reason.EndsWith(words, StringComparison.Ordinal)
                ? [reason, reason[..^words.Length].TrimEnd(' ', ',')]
                : [reason];
        return ends.SelectMany(PlaceInReason.Endings)
            .Select(end => end.Place.TrimEnd('.', '!'))
            .FirstOrDefault(place => RoleNames.Named(place, names).Count > 0);
    }
}
