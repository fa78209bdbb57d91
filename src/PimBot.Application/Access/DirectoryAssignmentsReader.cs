using PimBot.Domain.Access;

namespace PimBot.Application.Access;

internal static class DirectoryAssignmentsReader
{
    private static readonly string[] Keys =
    [
        "person",
        "group",
        "role",
        "scope",
        "type",
        "start",
        "end",
        "exceedsPolicy",
    ];

    public static IReadOnlyList<Assignment> Read(DirectoryCursor? section, DirectoryReading reading)
    {
        var assignments = new List<Assignment>();
        var lines = new Dictionary<Assignment, int>();
        var held = new List<GroupHold>();
        foreach (var item in section?.Items() ?? [])
        {
            if (DirectoryFields.Of(item, Keys) is not { } fields || Assignment(item, fields, reading) is not { } read)
            {
                continue;
            }

            if (lines.TryAdd(read with { Id = Guid.Empty }, item.Line))
            {
                assignments.Add(read);
                CheckCircle(item, read, reading, held);
            }
            else
            {
                item.Fault($"is the same as the assignment in line {lines[read with { Id = Guid.Empty }]}");
            }
        }

        return assignments;
    }

    // In the order of the file: the one that closes the circle is the fault.
    private static void CheckCircle(
        DirectoryCursor item,
        Assignment read,
        DirectoryReading reading,
        List<GroupHold> held
    )
    {
        var role =
            read.Group is null || read.IsOverAt(reading.Now)
                ? null
                : reading.Roles.Entries.FirstOrDefault(r => r.Id == read.Access.Role);
        if (role is null || GroupHold.Of(role.Kind, read.Access.Scope, read.Principal) is not { } hold)
        {
            return;
        }

        if (GroupCircle.IsClosedBy(hold, held))
        {
            item.Fault("makes its group a member or owner of itself, directly or through other groups");
        }

        held.Add(hold);
    }

    private static Assignment? Assignment(DirectoryCursor item, DirectoryFields fields, DirectoryReading reading)
    {
        var type = fields.Required("type")?.Word(DirectoryVocabulary.AssignmentTypes);
        var holder = Holder(item, fields, type, reading);
        var about = DirectoryRoleScopeReader.Read(fields, reading);
        var period = DirectoryPeriod.Read(item, fields, reading.Now);
        if (type is null || about is not { Access: var access } || period is null)
        {
            return null;
        }

        var exceeds = fields.Optional("exceedsPolicy")?.Flag() ?? false;
        if (!exceeds && reading.Policies.TryGetValue(access, out var policy) && policy is not null)
        {
            period.CheckAgainst(type is AssignmentType.Eligible ? policy.Eligible : policy.Active);
        }

        if (holder is not { } found)
        {
            return null;
        }

        var id = DirectoryAssignmentId.Of(found.Person, found.Group, access, type.Value, period);
        if (period.IsRelative)
        {
            reading.Relative.Add(id);
        }

        return new Assignment
        {
            Id = id,
            Person = found.Person,
            Group = found.Group,
            Access = access,
            Type = type.Value,
            Start = period.Start?.At,
            End = period.End?.At,
        };
    }

    private static (PersonId? Person, GroupId? Group)? Holder(
        DirectoryCursor item,
        DirectoryFields fields,
        AssignmentType? type,
        DirectoryReading reading
    )
    {
        var (personAt, groupAt) = (fields.Optional("person"), fields.Optional("group"));
        if (personAt is null == groupAt is null)
        {
            item.Fault("must be for exactly one of person and group");
            return null;
        }

        if (groupAt is not null)
        {
            return reading.Groups.TryFollow(groupAt, out var groupId, out _) ? (null, new GroupId(groupId)) : null;
        }

        if (!reading.People.TryFollow(personAt, out var id, out var person))
        {
            return null;
        }

        if (type is AssignmentType.Eligible && person?.Kind is PersonKind.ServiceAccount)
        {
            personAt?.Fault($"{DirectoryWords.Quote(person.Name)} is a service account, and these are active only");
        }

        return (new PersonId(id), null);
    }
}
