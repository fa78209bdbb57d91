using PimBot.Application.Access;
using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Bot.Reviews;

/// <summary>One assignment under review with names.</summary>
/// <param name="Item">The item.</param>
/// <param name="Assignee">Whom it is about.</param>
/// <param name="AnsweredBy">Who answered; null: nobody, or somebody who left.</param>
internal sealed record ReviewItemView(ReviewItem Item, Assignee Assignee, Person? AnsweredBy)
{
    /// <summary>The names of a group's members, a page of them.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>How many members come before this page.</summary>
    public int MembersSkipped { get; init; }

    /// <summary>How many members the group has.</summary>
    public int MembersInAll { get; init; }
}
