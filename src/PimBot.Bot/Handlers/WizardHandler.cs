using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Bot.Wizard;

namespace PimBot.Bot.Handlers;

/// <summary><c>wizard</c>: set-up while nobody did that, then all privileged roles.</summary>
internal sealed class WizardHandler : CommandHandler<WizardCommand>
{
    protected override async Task HandleAsync(
        TurnContext context,
        WizardCommand command,
        CancellationToken cancellation
    )
    {
        if (await WizardOffer.CardAsync(context.Work, context.Person, cancellation) is not { } card)
        {
            context.Show(
                NoticeCard.For(
                    "The wizard is for administrators",
                    "It takes a Global Administrator or Privileged Role Administrator, active now.",
                    CardParts.Command("My view", "my view"),
                    CardParts.Command("My roles", "my roles")
                ),
                "The wizard is for administrators"
            );
            return;
        }

        await WizardOffer.RememberAsync(context.Work, context.Person, cancellation);
        context.Show(card, WizardOffer.Summary);
    }
}
