using PimBot.Application.Reviews;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>What <c>reviews</c> shows somebody.</summary>
internal sealed record ReviewsPage
{
    /// <summary>What they are asked to review, that which ends first before others.</summary>
    public IReadOnlyList<(ReviewView View, ReviewProgress Progress)> Tasks { get; init; } = [];

    /// <summary>Whether they see reviews of any scope.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>Whether they may start one anywhere.</summary>
    public bool MayStart { get; init; }

    /// <summary>A page of the reviews that they see, newest first, those that lie ahead last.</summary>
    public IReadOnlyList<ReviewView> Rows { get; init; } = [];

    /// <summary>Whether this is the page with the newest.</summary>
    public bool IsFirst { get; init; } = true;

    /// <summary>The last of this page, where there are older ones.</summary>
    public ReviewId? Older { get; init; }
}
