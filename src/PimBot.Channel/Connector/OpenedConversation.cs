namespace PimBot.Channel.Connector;

/// <summary>What became of opening a conversation.</summary>
/// <param name="Outcome">Which action the caller takes; opening again is harmless, the channel gives the same conversation.</param>
/// <param name="Reference">Where it is reached; null unless the outcome is <see cref="SendOutcomeKind.Delivered"/>.</param>
/// <param name="LacksApp">Whether it is for want of the app: the channel says that it is not installed for the person.</param>
public sealed record OpenedConversation(
    SendOutcome Outcome,
    ConversationReference? Reference = null,
    bool LacksApp = false
);
