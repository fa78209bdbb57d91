using PimBot.Application.Audit;
using PimBot.Bot.Audit;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Exports;
using PimBot.Bot.Turns;
using PimBot.Channel.Cards;

namespace PimBot.Bot.Handlers;

/// <summary><c>export audit [what] [csv or jsonl]</c>.</summary>
internal sealed class ExportAuditHandler(ExportLinks links) : CommandHandler<ExportAuditCommand>
{
    protected override async Task HandleAsync(
        TurnContext context,
        ExportAuditCommand command,
        CancellationToken cancellation
    )
    {
        var found = await AuditResolver.RunAsync(context, command.Asked, isAboutHoldings: false, cancellation);
        var words = command.Asked.IsOwn ? "export my audit" : "export audit";
        context.Show(
            found.Fault is { } fault ? AuditTurns.Fault(fault)
                : found.Question is { } question ? AuditTurns.Question(question, words)
                : await CardAsync(context, links, found.Filter!, command.Asked.Format, cancellation),
            "Export the audit"
        );
    }

    /// <summary>The link, or the question in which form.</summary>
    public static async Task<AdaptiveCard> CardAsync(
        TurnContext context,
        ExportLinks links,
        AuditFilter filter,
        string? format,
        CancellationToken cancellation
    )
    {
        var names = await AuditTurns.NamesAsync(context.Work, filter, cancellation);
        if (ExportCard.FormatOf(format) is not { } form)
        {
            return AuditExportCard.Ask(filter, names, context.Zone);
        }

        var ask = new ExportAsk(context.Person.Id, form) { Filter = filter };
        var link = await links.ForAsync(context.Work, ask, cancellation);
        return AuditExportCard.Ready(filter, names, form, link, context.Zone);
    }
}
