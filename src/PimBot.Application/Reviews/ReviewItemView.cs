using PimBot.Application.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Reviews;

/// <summary>One member under review, as people see it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Assignee">Whom the assignment is for.</param>
/// <param name="AnsweredBy">The name of who answered; null: nobody did.</param>
/// <param name="MemberCount">Of a group: how many members it has now.</param>
/// <param name="Members">Of a group: some of its members by name, at most <see cref="MostMembers"/>.</param>
public sealed record ReviewItemView(
    ReviewItem Item,
    Assignee Assignee,
    string? AnsweredBy,
    int MemberCount,
    IReadOnlyList<string> Members
)
{
    /// <summary>How many members of a group are named.</summary>
    public const int MostMembers = 10;

    /// <summary>How many members come before those that are named.</summary>
    public int MembersSkipped { get; init; }
}
