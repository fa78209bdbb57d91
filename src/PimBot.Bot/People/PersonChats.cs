using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Channel.Connector;
using PimBot.Channel.Schema;
using PimBot.Domain.Access;

namespace PimBot.Bot.People;

/// <summary>Keeps each person's newest conversation reference, in the store.</summary>
internal static class PersonChats
{
    /// <summary>Null: PimBot has no way to reach this person.</summary>
    public static async Task<PersonChat?> FindAsync(
        IPimUnitOfWork work,
        PersonId person,
        CancellationToken cancellation
    ) =>
        await work.Bot.ReadAsync(KeyOf(person), cancellation) is { } json
            ? JsonSerializer.Deserialize<PersonChat>(json, JsonSerializerOptions.Web)
            : null;

    /// <summary>Keeps the reference of what just came in. True when the person could not be reached before.</summary>
    public static async Task<bool> KeepAsync(
        IPimUnitOfWork work,
        PersonId person,
        Activity activity,
        string? tenant,
        CancellationToken cancellation
    )
    {
        var known = await work.Bot.ReadAsync(KeyOf(person), cancellation);
        var zone = activity.LocalTimezone ?? ZoneOf(known);
        var reference = ReferenceOf(activity, tenant);
        await TenantChats.KeepAsync(work, reference, cancellation);
        var chat = JsonSerializer.Serialize(new PersonChat(reference, zone), JsonSerializerOptions.Web);
        if (chat != known)
        {
            await work.Bot.WriteAsync(KeyOf(person), chat, cancellation);
        }

        return known is null;
    }

    /// <summary>Keeps a chat that PimBot opened itself, unless the person has been heard from meanwhile.</summary>
    public static async Task KeepOpenedAsync(
        IPimUnitOfWork work,
        PersonId person,
        ConversationReference reference,
        CancellationToken cancellation
    )
    {
        if (await work.Bot.ReadAsync(KeyOf(person), cancellation) is null)
        {
            var chat = JsonSerializer.Serialize(new PersonChat(reference, null), JsonSerializerOptions.Web);
            await work.Bot.WriteAsync(KeyOf(person), chat, cancellation);
        }
    }

    public static Task ForgetAsync(IPimUnitOfWork work, PersonId person, CancellationToken cancellation) =>
        work.Bot.DeleteAsync(KeyOf(person), cancellation);

    public static ConversationReference ReferenceOf(Activity activity, string? tenant) =>
        new(
            activity.ServiceUrl!,
            activity.Conversation!.Id!,
            activity.ChannelId!,
            activity.Recipient?.Id ?? "",
            activity.From?.Id ?? "",
            tenant
        );

    private static string? ZoneOf(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<PersonChat>(json, JsonSerializerOptions.Web)?.Zone;

    private static string KeyOf(PersonId person) => $"reference/{person}";
}
