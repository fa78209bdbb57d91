namespace PimBot.Channel.Connector;

/// <summary>What became of opening a conversation.</summary>
/// <param name="Outcome">Which action the caller takes; opening again is harmless, the channel gives the same conversation.</param>
/// <param name="Reference">Where it is reached; null unless the outcome is <see cref="SendOutcomeKind.Delivered"/>.</param>
public sealed record OpenedConversation(SendOutcome Outcome, ConversationReference? Reference = null);
