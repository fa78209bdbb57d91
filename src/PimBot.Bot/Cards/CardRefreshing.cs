using System.Text.Json.Nodes;
using PimBot.Application.Activations;
using PimBot.Channel.Cards;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Cards;

/// <summary>Has clients fetch the present state of a card that may still change, for the people named.</summary>
internal static class CardRefreshing
{
    /// <param name="card">The card.</param>
    /// <param name="verb">Shows the same card anew; decides nothing.</param>
    /// <param name="view">The request that the card is about; one that is over changes no more.</param>
    /// <param name="readers">Channel ids of those for whom clients fetch it; more than the platform takes are left out.</param>
    public static AdaptiveCard Refreshing(
        this AdaptiveCard card,
        string verb,
        RequestView view,
        IReadOnlyList<string> readers
    ) => card.Refreshing(verb, view.Request.Id, MayChange(view), readers);

    /// <inheritdoc cref="Refreshing(AdaptiveCard, string, RequestView, IReadOnlyList{string})"/>
    /// <param name="card">The card.</param>
    /// <param name="verb">Shows the same card anew; decides nothing.</param>
    /// <param name="request">The request that the card is about.</param>
    /// <param name="mayChange">Whether it may still change.</param>
    /// <param name="readers">Channel ids of those for whom clients fetch it.</param>
    public static AdaptiveCard Refreshing(
        this AdaptiveCard card,
        string verb,
        RequestId request,
        bool mayChange,
        IReadOnlyList<string> readers
    ) =>
        readers.Count == 0 || !mayChange
            ? card
            : card with
            {
                Refresh = new CardRefresh
                {
                    Action = new ActionExecute
                    {
                        Title = "Refresh",
                        Verb = verb,
                        Data = CardData.Of(request),
                    },
                    UserIds = [.. readers.Take(CardRefresh.MostUserIds)],
                },
            };

    /// <summary>The same for a card that only one person has.</summary>
    /// <param name="card">The card.</param>
    /// <param name="verb">Shows the same card anew; decides nothing.</param>
    /// <param name="data">What the card is about.</param>
    /// <param name="mayChange">Whether it may still change.</param>
    /// <param name="reader">The person's id on the channel; null: unknown.</param>
    public static AdaptiveCard Refreshing(
        this AdaptiveCard card,
        string verb,
        JsonObject data,
        bool mayChange,
        string? reader
    ) =>
        reader is null || !mayChange
            ? card
            : card with
            {
                Refresh = new CardRefresh
                {
                    Action = new ActionExecute
                    {
                        Title = "Refresh",
                        Verb = verb,
                        Data = data,
                    },
                    UserIds = [reader],
                },
            };

    private static bool MayChange(RequestView view) =>
        view.Request.IsPending || view is { IsActive: true, Request.State: RequestState.Provisioned };
}
