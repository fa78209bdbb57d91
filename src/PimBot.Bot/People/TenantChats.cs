using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Channel.Connector;
using PimBot.Domain.Access;

namespace PimBot.Bot.People;

/// <summary>
/// Keeps where each tenant's channel was last heard from, so that a chat can be opened with somebody who never spoke to
/// PimBot. Every turn reads this; it is written once a day, and when it changed, at most once a minute (a tenant may be
/// spread over several regions).
/// </summary>
internal static class TenantChats
{
    private const string Prefix = "tenant/";
    private static readonly TimeSpan Freshness = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenChanges = TimeSpan.FromMinutes(1);

    public static async Task KeepAsync(
        IPimUnitOfWork work,
        ConversationReference reference,
        CancellationToken cancellation
    )
    {
        if (reference.BotId.Length == 0)
        {
            return;
        }

        var key = KeyOf(reference.TenantId);
        var seen = new TenantChat(
            reference.ServiceUrl,
            reference.ChannelId,
            reference.BotId,
            reference.TenantId,
            work.Now
        );
        var known = await work.Bot.ReadAsync(key, cancellation) is { } json ? Read(json) : null;
        if (known is null || IsNews(known, seen))
        {
            await work.Bot.WriteAsync(key, JsonSerializer.Serialize(seen, JsonSerializerOptions.Web), cancellation);
        }
    }

    /// <summary>The newest of all; null: nobody ever spoke to PimBot.</summary>
    public static async Task<TenantChat?> FindAsync(IPimUnitOfWork work, CancellationToken cancellation) =>
        (await work.Bot.ListAsync(Prefix, cancellation)).Select(d => Read(d.Value)).MaxBy(chat => chat.SeenAt);

    /// <summary>How a chat with this person is opened. In Teams the directory's id of a person serves as the member's id.</summary>
    public static async Task<ConversationOpening?> OpeningForAsync(
        IPimUnitOfWork work,
        PersonId person,
        CancellationToken cancellation
    ) =>
        await FindAsync(work, cancellation) is { } chat
            ? new ConversationOpening(chat.ServiceUrl, chat.ChannelId, chat.BotId, person.Value, chat.TenantId)
            : null;

    private static bool IsNews(TenantChat known, TenantChat seen)
    {
        var age = seen.SeenAt - known.SeenAt;
        return age >= Freshness || (age >= BetweenChanges && known != seen with { SeenAt = known.SeenAt });
    }

    private static TenantChat Read(string json) =>
        JsonSerializer.Deserialize<TenantChat>(json, JsonSerializerOptions.Web)!;

    private static string KeyOf(string? tenant) => Prefix + OutboxWriting.IdOf(tenant ?? "").ToString("N");
}
