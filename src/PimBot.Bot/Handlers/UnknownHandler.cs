using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary>A text that is no command: the nearest commands, as buttons.</summary>
internal sealed class UnknownHandler : CommandHandler<UnknownCommand>
{
    private const int Most = 4;
    private static readonly string[] Usual = ["my roles", "activate", "status"];

    protected override Task HandleAsync(TurnContext context, UnknownCommand command, CancellationToken cancellation)
    {
        var near = command.Suggestions.Where(s => s != "help").Take(Most - 1).ToList();
        var buttons = (near.Count > 0 ? near : Usual.AsEnumerable())
            .Append("help")
            .Select(s => CardParts.Command(char.ToUpperInvariant(s[0]) + s[1..], s));
        var text = near.Count > 0 ? "Did you mean one of these?" : "This is what you can say, among other things:";
        context.Show(NoticeCard.For("I did not understand that", text, [.. buttons]), "I did not understand that");
        return Task.CompletedTask;
    }
}
