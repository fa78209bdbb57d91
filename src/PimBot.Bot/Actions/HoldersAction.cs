using PimBot.Bot.Cards;
using PimBot.Bot.Handlers;
using PimBot.Bot.Turns;
using PimBot.Channel.Turns;

namespace PimBot.Bot.Actions;

/// <summary>From the dashboard to those who hold the role that was chosen, below it: the dashboard stays.</summary>
internal sealed class HoldersAction : ICardActionHandler
{
    public IReadOnlyList<string> Verbs => [Cards.Verbs.ShowHolders];

    public async Task<InvokeAnswer> HandleAsync(TurnContext context, CardAction action, CancellationToken cancellation)
    {
        var page = action.Chosen() is { } access
            ? await MembersPages.ReadAsync(context, access.Role, access.Scope, 0, cancellation)
            : null;
        if (page is null)
        {
            return InvokeAnswer.Message("There is no such role that you may see. Say “dashboard” to see which.");
        }

        context.Show(MembersCard.For(page, context.Now, context.Zone), page.Heading);
        return InvokeAnswer.Message("See below.");
    }
}
