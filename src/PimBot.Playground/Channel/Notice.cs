namespace PimBot.Playground.Channel;

/// <summary>What the bot answered to a click without changing the card; shown under it until the card changes.</summary>
/// <param name="IsError">Whether the click was refused or failed.</param>
internal sealed record Notice(string Text, bool IsError);
