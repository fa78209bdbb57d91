using PimBot.Application.Audit;
using PimBot.Bot.Audit;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>who had [role] [when]</c>.</summary>
internal sealed class HoldingsHandler : CommandHandler<HoldingsCommand>
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(30);

    protected override async Task HandleAsync(
        TurnContext context,
        HoldingsCommand command,
        CancellationToken cancellation
    )
    {
        var found = await AuditResolver.RunAsync(context, command.Asked, isAboutHoldings: true, cancellation);
        var card =
            found.Fault is { } fault ? AuditTurns.Fault(fault)
            : found.Question is { } question
                ? AuditTurns.Question(question, command.Asked.WithEligible ? "who could activate" : "who had")
            : found.Filter!.Role is null ? AuditTurns.Fault("I don’t know which role you mean.")
            : await AuditTurns.HoldingsAsync(
                context,
                Ask(found.Filter, command.Asked.WithEligible, context.Now),
                0,
                cancellation
            );
        context.Show(card, "Who had it");
    }

    /// <summary>Without a time it is the last 30 days; nothing is known of the time to come.</summary>
    private static HoldingsAsk Ask(AuditFilter filter, bool withEligible, DateTimeOffset now)
    {
        // A moment, such as "now", is a span that it is in.
        var until = filter.Until is { } end && end < now ? end : now + TimeSpan.FromMicroseconds(1);
        var from = filter.Since ?? (filter.Until is null ? now - Usual : DateTimeOffset.UnixEpoch);
        return new HoldingsAsk(
            filter.Role!.Value,
            filter.Scope,
            filter.Person ?? filter.Subject ?? filter.Actor,
            from < until ? from : until - TimeSpan.FromMicroseconds(1),
            until,
            withEligible
        );
    }
}
