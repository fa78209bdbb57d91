using System.Text.Json;
using PimBot.Application.Work;
using PimBot.Channel.Connector;
using PimBot.Channel.Turns;

namespace PimBot.Bot.People;

/// <summary>Keeps the newest reference of each group chat and channel that PimBot was heard from, in the store.</summary>
internal static class GroupChats
{
    /// <summary>Null: nothing ever came from there, or PimBot was removed from it.</summary>
    public static async Task<ConversationReference?> FindAsync(
        IPimUnitOfWork work,
        string conversation,
        CancellationToken cancellation
    ) =>
        await work.Bot.ReadAsync(KeyOf(conversation), cancellation) is { } json
            ? JsonSerializer.Deserialize<ConversationReference>(json, JsonSerializerOptions.Web)
            : null;

    /// <summary>Keeps the reference of what just came in. True when there was none.</summary>
    public static async Task<bool> KeepAsync(IPimUnitOfWork work, Turn turn, CancellationToken cancellation)
    {
        var conversation = IdOf(turn);
        var reference = PersonChats.ReferenceOf(turn.Activity, turn.TenantId) with
        {
            ConversationId = conversation,
            UserId = "",
        };
        var json = JsonSerializer.Serialize(reference, JsonSerializerOptions.Web);
        var known = await work.Bot.ReadAsync(KeyOf(conversation), cancellation);
        await TenantChats.KeepAsync(work, reference, cancellation);
        if (known != json)
        {
            await work.Bot.WriteAsync(KeyOf(conversation), json, cancellation);
        }

        return known is null;
    }

    public static Task ForgetAsync(IPimUnitOfWork work, string conversation, CancellationToken cancellation) =>
        work.Bot.DeleteAsync(KeyOf(conversation), cancellation);

    /// <summary>The group's or channel's own id: in a channel, each thread's id is that id with the thread's message after it.</summary>
    public static string IdOf(Turn turn) =>
        turn.Activity.Conversation!.Id!.Split(";messageid=", StringSplitOptions.None)[0];

    private static string KeyOf(string conversation) => $"group/{OutboxWriting.IdOf(conversation):N}";
}
