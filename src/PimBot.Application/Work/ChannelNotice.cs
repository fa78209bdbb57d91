using PimBot.Domain.Activations;

namespace PimBot.Application.Work;

/// <summary>That a role's channel of approvers is owed word of a request. What it says is read from the present state when it is delivered.</summary>
/// <param name="Conversation">The channel's conversation id.</param>
/// <param name="Request">The request that it is about.</param>
/// <param name="IsSettled">The card that is there changes in place; otherwise a decision is asked for.</param>
public sealed record ChannelNotice(string Conversation, RequestId Request, bool IsSettled);
