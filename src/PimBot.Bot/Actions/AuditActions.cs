using PimBot.Application.Audit;
using PimBot.Bot.Audit;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Exports;
using PimBot.Bot.Handlers;
using PimBot.Bot.Turns;
using PimBot.Channel.Cards;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Actions;

/// <summary>Turns the pages of the audit, and shows one entry, a chart, a form, a file, or who held a role.</summary>
internal sealed class AuditActions(ExportLinks links) : ICardActionHandler
{
    public IReadOnlyList<string> Verbs =>
        [
            Cards.Verbs.ShowAudit,
            Cards.Verbs.ShowAuditEntry,
            Cards.Verbs.FilterAudit,
            Cards.Verbs.SubmitAuditFilter,
            Cards.Verbs.ChartAudit,
            Cards.Verbs.ExportAudit,
            Cards.Verbs.ShowHoldings,
        ];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        if (action.Verb == Cards.Verbs.ShowAuditEntry)
        {
            return await EntryAsync(context, action, cancellation);
        }

        var card = action.Verb switch
        {
            Cards.Verbs.SubmitAuditFilter => await SearchAsync(context, action, cancellation),
            Cards.Verbs.ShowHoldings => action.Holdings() is { } ask
                ? await AuditTurns.HoldingsAsync(context, ask, AuditData.Page(action), cancellation)
                : null,
            _ => action.Filter() is { } filter ? await OfAsync(context, action, filter, cancellation) : null,
        };
        return card is null
            ? InvokeAnswer.Message("This card is broken. Say “audit”, or “who had” and a role’s name.")
            : InvokeAnswer.Card(card.ToJson());
    }

    private async Task<AdaptiveCard> OfAsync(
        TurnContext context,
        CardAction action,
        AuditFilter filter,
        CancellationToken cancellation
    ) =>
        action.Verb switch
        {
            Cards.Verbs.ChartAudit => await AuditTurns.ChartAsync(context, filter, cancellation),
            Cards.Verbs.FilterAudit => AuditFilterCard.For(
                AuditForm.Of(filter, await AuditTurns.NamesAsync(context.Work, filter, cancellation), context.Zone)
            ),
            Cards.Verbs.ExportAudit => await ExportAuditHandler.CardAsync(
                context,
                links,
                filter,
                action.Text(ExportCard.FormatKey),
                cancellation
            ),
            _ => await AuditTurns.EntriesAsync(context, filter, action.Before(), cancellation),
        };

    // One below the list: the list stays.
    private static async Task<InvokeAnswer> EntryAsync(
        TurnContext context,
        CardAction action,
        CancellationToken cancellation
    )
    {
        var found = action.Sequence() is { } sequence
            ? await SearchAudit.FindAsync(context.Work, context.Person.Id, sequence, cancellation)
            : null;
        if (found is not var (entry, names))
        {
            return InvokeAnswer.Message("There is no such entry that you may see.");
        }

        context.Show(AuditEntryCard.For(entry, names, context.Now, context.Zone), $"Entry {entry.Sequence}");
        return InvokeAnswer.Message("See below.");
    }

    private static async Task<AdaptiveCard> SearchAsync(
        TurnContext context,
        CardAction action,
        CancellationToken cancellation
    )
    {
        var form = AuditForm.FromInputs(action);
        var asked = form.ToAsked(new TextContext(context.Now, context.Zone, []));
        var found = await AuditResolver.RunAsync(context, asked, isAboutHoldings: false, cancellation);
        return found.Fault is { } fault ? AuditFilterCard.For(form, fault)
            : found.Question is { } question ? AuditTurns.Question(question, "audit")
            : await AuditTurns.EntriesAsync(context, found.Filter!, null, cancellation);
    }
}
