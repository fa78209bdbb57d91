using PimBot.Application.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>A page of a review's answers or results.</summary>
internal sealed record ReviewResultsPage
{
    public required ReviewView View { get; init; }

    public ReviewPart Part { get; init; } = ReviewPart.All;

    public IReadOnlyList<ReviewItemView> Rows { get; init; } = [];

    public bool HasPrevious { get; init; }

    public bool HasNext { get; init; }
}
