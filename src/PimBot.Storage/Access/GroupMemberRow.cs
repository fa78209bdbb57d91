using PimBot.Domain.Access;

namespace PimBot.Storage.Access;

/// <summary>That a person is a member, or an owner, of a group.</summary>
internal sealed class GroupMemberRow
{
    public required GroupId GroupId { get; init; }

    public required PersonId PersonId { get; init; }

    public required bool IsOwner { get; init; }

    /// <summary>Keeps the order of the group's lists.</summary>
    public required int Position { get; init; }

    public static IEnumerable<GroupMemberRow> Of(Group group) =>
        Of(group.Id, group.Members, isOwner: false).Concat(Of(group.Id, group.Owners, isOwner: true));

    private static IEnumerable<GroupMemberRow> Of(GroupId group, IEnumerable<PersonId> people, bool isOwner) =>
        people
            .Distinct()
            .Select(
                (person, position) =>
                    new GroupMemberRow
                    {
                        GroupId = group,
                        PersonId = person,
                        IsOwner = isOwner,
                        Position = position,
                    }
            );
}
