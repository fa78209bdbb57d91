namespace PimBot.Bot.Commands;

/// <summary>What a moment is for; an end reads an hour alone ("until 5") as the next one on the dial.</summary>
internal enum MomentUse
{
    Start,
    End,
}
