using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PimBot.Channel.Schema;

namespace PimBot.Playground.Channel;

/// <summary>
/// One person's 1:1 conversation with the bot. Its ids are derived from the person's, so that references which the
/// bot stored before a restart stay good.
/// </summary>
internal sealed class Conversation(PlaygroundPerson person, string tenantId, string botId)
{
    private int opened;

    public string PersonId => person.Id;

    /// <summary>The conversation's id in Teams' form for personal chats.</summary>
    public string Id { get; } = IdOf(person.Id);

    public Transcript Transcript { get; } = new();

    public ChannelAccount User { get; } =
        new()
        {
            Id = "29:" + Derive("user", person.Id),
            Name = person.Name,
            AadObjectId = person.Id,
        };

    public ChannelAccount Bot { get; } =
        new()
        {
            Id = botId,
            Name = "PimBot",
            Role = "bot",
        };

    public ConversationAccount Account { get; } =
        new()
        {
            Id = IdOf(person.Id),
            ConversationType = "personal",
            TenantId = tenantId,
        };

    /// <summary>True for the first caller, and again after <see cref="Reopen"/>.</summary>
    public bool TryOpen() => Interlocked.Exchange(ref opened, 1) == 0;

    /// <summary>Lets the installation be announced again, because the bot did not take it.</summary>
    public void Reopen() => Interlocked.Exchange(ref opened, 0);

    public static string IdOf(string personId) => "a:" + Derive("conversation", personId);

    private static string Derive(string purpose, string personId) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"pimbot-playground/{purpose}/{personId}")));
}
