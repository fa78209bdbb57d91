using System.Collections.Concurrent;

namespace PimBot.Playground.Channel;

/// <summary>Every person's conversation, made when first asked for: the app counts as allowed for the whole tenant.</summary>
internal sealed class Conversations(IPlaygroundPeople people, PlaygroundIdentity identity)
{
    private readonly ConcurrentDictionary<string, Conversation> byPerson = new(StringComparer.Ordinal);

    /// <returns>Null when the directory has no such person.</returns>
    public Conversation? Of(string? personId) =>
        people.List().FirstOrDefault(p => p.Id == personId) is { } person ? Of(person) : null;

    /// <returns>Null when it is nobody's conversation.</returns>
    public Conversation? Find(string conversationId) =>
        people.List().FirstOrDefault(p => Conversation.IdOf(p.Id) == conversationId) is { } person ? Of(person) : null;

    /// <summary>The conversation with a member named by channel id or by directory id.</summary>
    public Conversation? WithMember(string? memberId) =>
        people.List().Select(Of).FirstOrDefault(c => c.User.Id == memberId || c.PersonId == memberId);

    public IReadOnlyList<Conversation> All() => [.. people.List().Select(Of)];

    private Conversation Of(PlaygroundPerson person) =>
        byPerson.GetOrAdd(person.Id, _ => new Conversation(person, identity.TenantId, "28:" + identity.AppId));
}
