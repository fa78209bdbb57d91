namespace PimBot.Bot.Commands;

/// <summary>An administrator starts an access review.</summary>
/// <param name="Asked">What was said of it.</param>
/// <param name="FindsNeedless">Whether it is to find permanent administrators whom nobody needs.</param>
internal sealed record StartReviewCommand(ReviewAsked Asked, bool FindsNeedless = false) : Command;
