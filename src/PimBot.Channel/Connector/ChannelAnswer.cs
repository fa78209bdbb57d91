namespace PimBot.Channel.Connector;

/// <summary>What the channel answered.</summary>
/// <param name="Outcome">The action that it asks for.</param>
/// <param name="Id">The id that it gave: of an activity, or of a conversation.</param>
/// <param name="ServiceUrl">Where a new conversation is reached, if the answer said so. Not yet checked.</param>
/// <param name="LacksApp">Whether the app is not installed there.</param>
internal sealed record ChannelAnswer(
    SendOutcome Outcome,
    string? Id = null,
    string? ServiceUrl = null,
    bool LacksApp = false
);
