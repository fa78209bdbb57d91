namespace PimBot.Domain.Policies;

/// <summary>A channel or group chat where a role's requests are put before its approvers. It gives nobody authority: who may decide is looked up at the click.</summary>
/// <param name="Conversation">The channel's opaque conversation id, such as <c>19:…@thread.tacv2</c>; at most 400 characters.</param>
/// <param name="Name">How people call it.</param>
/// <param name="IsInsteadOfDirectMessages">Approvers get no card of their own, unless the channel can't be reached.</param>
public sealed record ApproversChannel(string Conversation, string Name, bool IsInsteadOfDirectMessages)
{
    public const int LongestConversation = 400;
    public const int LongestName = 100;
}
