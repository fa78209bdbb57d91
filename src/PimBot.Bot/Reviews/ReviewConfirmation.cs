using PimBot.Application.Reviews;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>A review that waits for somebody to say that it is to begin.</summary>
/// <param name="What">The role, with its scope.</param>
/// <param name="Settings">How it is held.</param>
/// <param name="Preview">Whom it would ask, about how many, and when.</param>
/// <param name="Now">The present.</param>
internal sealed record ReviewConfirmation(
    string What,
    ReviewSettings Settings,
    ReviewPreview Preview,
    DateTimeOffset Now
)
{
    /// <summary>When it begins; null: at once.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Who reviews, in words.</summary>
    public required string Reviewers { get; init; }

    /// <summary>What is to be the same when it is confirmed.</summary>
    public string Seen => $"{Preview.Items}/{string.Join('|', Preview.Asked)}";
}
