using PimBot.Application.Access;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Domain.Access;

namespace PimBot.Bot.Cards;

/// <summary>A page of standing assignments, and what its reader may do about them.</summary>
internal sealed record MembersPage
{
    public required string Heading { get; init; }

    public required IReadOnlyList<AssignmentView> Rows { get; init; }

    /// <summary>How many there are on all pages.</summary>
    public required int All { get; init; }

    /// <summary>The role whose members these are; null: a choice among assignments of several, which has no pages.</summary>
    public Role? Role { get; init; }

    /// <summary>The only scope that is looked at; null: every one that the reader sees.</summary>
    public Scope? Scope { get; init; }

    /// <summary>Who is in the groups that stand on this page.</summary>
    public IReadOnlyDictionary<GroupId, GroupMembers> InGroups { get; init; } = new Dictionary<GroupId, GroupMembers>();

    /// <summary>Counted from 0.</summary>
    public int Number { get; init; }

    /// <summary>Where the reader manages the role.</summary>
    public IReadOnlySet<RoleScope> Managed { get; init; } = new HashSet<RoleScope>();

    /// <summary>The only change that is offered; null: all that are possible.</summary>
    public AssignmentChange? Only { get; init; }

    public int Skip => Number * MembersCard.Most;

    /// <summary>What can be done about one of them.</summary>
    public IEnumerable<AssignmentChange> Changes(AssignmentView row)
    {
        if (!Managed.Contains(row.Assignment.Access))
        {
            return [];
        }

        if (Only is { } only)
        {
            return [only];
        }

        var isEligible = row.Assignment.Type is AssignmentType.Eligible;
        var isService = row.Assignee.Person?.Kind is PersonKind.ServiceAccount;
        var all = new List<AssignmentChange>();
        if (isEligible || !row.Assignment.IsPermanent)
        {
            all.Add(AssignmentChange.MakePermanent);
        }

        if (!isEligible && !isService)
        {
            all.Add(AssignmentChange.MakeEligible);
        }

        if (!row.Assignment.IsPermanent)
        {
            all.Add(AssignmentChange.Prolong);
        }

        all.Add(AssignmentChange.Remove);
        return all;
    }
}
