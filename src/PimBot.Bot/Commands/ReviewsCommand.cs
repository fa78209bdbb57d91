namespace PimBot.Bot.Commands;

/// <summary>Access reviews that wait for the speaker's answers, or that they administer.</summary>
internal sealed record ReviewsCommand : Command;
