namespace PimBot.Bot.Commands;

/// <summary>A part of what is said of a review that has a question of its own, where a fault of it is mended.</summary>
internal enum ReviewAskedPart
{
    Days,
    End,
}
