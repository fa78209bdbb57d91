using PimBot.Bot.Audit;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>audit [what]</c>: entries of the audit that the person may see.</summary>
internal sealed class AuditHandler : CommandHandler<AuditCommand>
{
    protected override async Task HandleAsync(TurnContext context, AuditCommand command, CancellationToken cancellation)
    {
        var found = await AuditResolver.RunAsync(context, command.Asked, isAboutHoldings: false, cancellation);
        var card =
            found.Fault is { } fault ? AuditTurns.Fault(fault)
            : found.Question is { } question ? AuditTurns.Question(question, command.Asked.IsOwn ? "my audit" : "audit")
            : await AuditTurns.EntriesAsync(context, found.Filter!, null, cancellation);
        context.Show(card, "Audit");
    }
}
