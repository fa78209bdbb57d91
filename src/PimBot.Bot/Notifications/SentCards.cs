using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Bot.People;
using PimBot.Channel.Connector;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Notifications;

/// <summary>Remembers the messages that carry a request's cards, so that they can be changed in place.</summary>
internal static class SentCards
{
    /// <summary>Documents under this prefix are forgotten when they are old.</summary>
    public const string Prefix = "card/";

    public static Task AddAsync(
        IPimUnitOfWork work,
        RequestId request,
        PersonId person,
        SentCard card,
        CancellationToken cancellation
    ) =>
        work.Bot.WriteAsync(
            $"{PrefixOf(request, person)}{OutboxWriting.IdOf(card.ActivityId):N}",
            JsonSerializer.Serialize(card, JsonSerializerOptions.Web),
            cancellation
        );

    /// <summary>Oldest first.</summary>
    public static async Task<IReadOnlyList<SentCard>> OfAsync(
        IPimUnitOfWork work,
        RequestId request,
        PersonId person,
        CancellationToken cancellation
    ) =>
        [
            .. (await work.Bot.ListAsync(PrefixOf(request, person), cancellation))
                .Select(d => JsonSerializer.Deserialize<SentCard>(d.Value, JsonSerializerOptions.Web)!)
                .OrderBy(c => c.SentAt),
        ];

    /// <summary>Everybody who has a card of this request.</summary>
    public static async Task<IReadOnlySet<PersonId>> HoldersAsync(
        IPimUnitOfWork work,
        RequestId request,
        CancellationToken cancellation
    )
    {
        var prefix = $"{Prefix}{request}/";
        var found = await work.Bot.ListAsync(prefix, cancellation);
        return found.Select(d => new PersonId(d.Key[prefix.Length..d.Key.LastIndexOf('/')])).ToHashSet();
    }

    public static Task RemoveAsync(
        IPimUnitOfWork work,
        RequestId request,
        PersonId person,
        SentCard card,
        CancellationToken cancellation
    ) => work.Bot.DeleteAsync($"{PrefixOf(request, person)}{OutboxWriting.IdOf(card.ActivityId):N}", cancellation);

    /// <summary>Remembers the card that everybody in the approvers' channel sees.</summary>
    public static Task AddToChannelAsync(
        IPimUnitOfWork work,
        RequestId request,
        SentCard card,
        CancellationToken cancellation
    ) => AddAsync(work, request, ApproversPlace.Channel, card, cancellation);

    public static Task<IReadOnlyList<SentCard>> OfChannelAsync(
        IPimUnitOfWork work,
        RequestId request,
        CancellationToken cancellation
    ) => OfAsync(work, request, ApproversPlace.Channel, cancellation);

    private static string PrefixOf(RequestId request, PersonId person) => $"{Prefix}{request}/{person}/";
}
