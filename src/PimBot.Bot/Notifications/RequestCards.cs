using PimBot.Application.Activations;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Bot.Verification;
using PimBot.Channel.Cards;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Notifications;

/// <summary>Renders a request's cards from the present state.</summary>
internal sealed class RequestCards(IVerificationLinks links)
{
    public async Task<AdaptiveCard> ForRequesterAsync(
        IPimUnitOfWork work,
        RequestId id,
        TimeZoneInfo zone,
        CancellationToken cancellation
    ) =>
        await RequestReader.ViewAsync(work, id, cancellation) is { } view
            ? await ForRequesterAsync(work, view, zone, false, cancellation)
            : throw new InvalidOperationException($"Request {id} is not in the store.");

    public async Task<AdaptiveCard> ForRequesterAsync(
        IPimUnitOfWork work,
        RequestView view,
        TimeZoneInfo zone,
        bool isSuperseded,
        CancellationToken cancellation,
        bool tellsStricter = false
    ) =>
        RequestCard.For(
            view,
            new RequestCardExtras(
                zone,
                await UnreachablePeople.OfAsync(work, view.Request.Id, cancellation),
                view.Request.State is RequestState.AwaitingVerification ? links.For(view.Request) : null,
                isSuperseded
            )
            {
                Stricter = isSuperseded ? null : await StricterSettings.OfAsync(work, view.Request, cancellation),
                TellsStricter = tellsStricter,
            }
        );
}
