namespace PimBot.Channel.Cards;

/// <summary>The card's <c>msteams</c> member.</summary>
internal sealed record TeamsCardOptions(string Width);
