namespace PimBot.Api.Policies;

/// <summary>Ours: the channel or group chat where a role's requests are put before its approvers.</summary>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="Name">How people call it.</param>
/// <param name="IsInsteadOfDirectMessages">Whether approvers get no card of their own.</param>
internal sealed record ApprovalChannel(string Conversation, string Name, bool IsInsteadOfDirectMessages);
