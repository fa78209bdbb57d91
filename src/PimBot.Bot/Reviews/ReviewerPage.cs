using PimBot.Application.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>What a reviewer sees of a review at their place in it: one item, or a part of the list.</summary>
internal sealed record ReviewerPage
{
    public required ReviewView View { get; init; }

    public required ReviewProgress Progress { get; init; }

    /// <summary>Whether several items are shown as a list.</summary>
    public bool IsList { get; init; }

    /// <summary>The items here; none where there is nothing left to show.</summary>
    public IReadOnlyList<ReviewItemView> Items { get; init; } = [];

    public bool HasPrevious { get; init; }

    public bool HasNext { get; init; }
}
