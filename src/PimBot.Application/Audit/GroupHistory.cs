using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;

namespace PimBot.Application.Audit;

/// <summary>Who was a member of which group when: by the directory, by assignment, or by activation.</summary>
internal sealed class GroupHistory
{
    private const int MostRead = 5000;
    private readonly ILookup<GroupId, (PersonId Person, DateTimeOffset? From, DateTimeOffset? Until)> members;

    private GroupHistory(IEnumerable<MembershipPeriod> memberships) =>
        members = memberships.Distinct().ToLookup(m => m.Group, m => (m.Person, m.From, m.Until));

    /// <summary>Of the groups among these.</summary>
    public static async Task<GroupHistory> ReadAsync(
        IPimUnitOfWork work,
        IEnumerable<Principal> principals,
        HoldingsAsk ask,
        CancellationToken cancellation
    )
    {
        var groups = principals.Select(p => p.Group).OfType<GroupId>().ToHashSet();
        if (groups.Count == 0)
        {
            return new GroupHistory([]);
        }

        var named = await work.History.MembershipsAsync(groups, ask.From, ask.Until, cancellation);
        var roles = (await work.Directory.RolesAsync(cancellation))
            .Where(r => r.Kind is RoleKind.GroupMember)
            .Select(r => r.Id)
            .ToList();
        var assigned = await work.History.AssignmentsAsync(roles, ask.From, ask.Until, MostRead, cancellation);
        var activated = await work.History.ActivationsAsync(roles, ask.From, ask.Until, MostRead, cancellation);
        return new GroupHistory(
            named
                .Concat(
                    assigned
                        .Where(p => p.Type is AssignmentType.Active && p.Principal.Person is not null)
                        .Select(p => Member(p.Access, p.Principal.Person!.Value, p.From, p.Until))
                        .OfType<MembershipPeriod>()
                )
                .Concat(
                    activated
                        .Select(g =>
                            Member(g.Access, g.Person, g.From, g.End is { } end && end.At < g.Until ? end.At : g.Until)
                        )
                        .OfType<MembershipPeriod>()
                )
                .Where(m => groups.Contains(m.Group))
        );
    }

    /// <summary>What each member held through the group: while both the group had it and they were in the group.</summary>
    public IEnumerable<Holding> Through(GroupId group, Holding held) =>
        members[group]
            .Select(m =>
                held with
                {
                    Person = m.Person,
                    From = Later(held.From, m.From),
                    Until = Earlier(held.Until, m.Until),
                }
            )
            .Where(h => !(h.From >= h.Until));

    private static MembershipPeriod? Member(
        RoleScope access,
        PersonId person,
        DateTimeOffset? from,
        DateTimeOffset? until
    ) => Scope.GroupOf(access.Scope) is { } group ? new MembershipPeriod(group, person, from, until) : null;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other > one ? other : one;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other : one;
}
