using PimBot.Application.Activations;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;

namespace PimBot.Bot.Handlers;

/// <summary><c>approvals</c>: what waits for one's decision, each on a card of its own that can be decided.</summary>
internal sealed class ApprovalsHandler : CommandHandler<ApprovalsCommand>
{
    private const int Most = 5;

    protected override Task HandleAsync(
        TurnContext context,
        ApprovalsCommand command,
        CancellationToken cancellation
    ) => ShowAsync(context, cancellation);

    /// <summary>Brings what waits for the speaker's decision, or says that nothing does.</summary>
    public static async Task ShowAsync(TurnContext context, CancellationToken cancellation)
    {
        var waiting = await RequestReader.ToDecideAsync(context.Work, context.Person.Id, Most + 1, cancellation);
        if (waiting.Count == 0)
        {
            context.Show(
                NoticeCard.For(
                    "Nothing to decide",
                    "No request waits for your decision.",
                    CardParts.Command("Status", "status")
                ),
                "Nothing to decide"
            );
            return;
        }

        if (waiting.Count > Most)
        {
            context.Say($"These are the oldest {Most}; there are more. Say “approvals” again when they are decided.");
        }

        foreach (var view in waiting.Take(Most))
        {
            context.Ask(view.Request.Id);
        }
    }
}
