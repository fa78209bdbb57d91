using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Turns;
using PimBot.Bot.Verification;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Handlers;

/// <summary>
/// <c>verify</c>: the request that waits for it, if there is one; else the page on which an administrator verifies whose
/// orders demand it.
/// </summary>
internal sealed class VerifyHandler(AdministratorVerification verification) : CommandHandler<VerifyCommand>
{
    protected override async Task HandleAsync(
        TurnContext context,
        VerifyCommand command,
        CancellationToken cancellation
    )
    {
        var pending = await context.Work.Requests.PendingOfAsync(context.Person.Id, cancellation);
        if (pending.FirstOrDefault(r => r.State is RequestState.AwaitingVerification) is { } waiting)
        {
            context.Show(waiting);
            return;
        }

        var link = await verification.LinkForAsync(context.Work, context.Person.Id, cancellation);
        context.Show(VerifyCard.For(link), "Verify it’s you");
    }
}
