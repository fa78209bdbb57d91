using PimBot.Application.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>What somebody is asked to review, and how far they have come.</summary>
/// <param name="View">The review.</param>
/// <param name="Progress">Their own progress.</param>
internal sealed record ReviewTask(ReviewView View, ReviewProgress Progress);
