using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary>A text that is no command: the nearest commands, as buttons.</summary>
internal sealed class UnknownHandler : CommandHandler<UnknownCommand>
{
    private const int Most = 4;

    protected override Task HandleAsync(TurnContext context, UnknownCommand command, CancellationToken cancellation)
    {
        var buttons = command
            .Suggestions.Append("help")
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(Most)
            .Select(s => CardParts.Command(char.ToUpperInvariant(s[0]) + s[1..], s));
        context.Show(
            NoticeCard.For("I did not understand that", "Did you mean one of these?", [.. buttons]),
            "I did not understand that"
        );
        return Task.CompletedTask;
    }
}
