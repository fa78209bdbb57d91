using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Reads the approvers of a policy.</summary>
internal static class DirectoryApproversReader
{
    private static readonly string[] Keys = ["person", "group", "role"];

    public static IReadOnlyList<ApproverReference> Read(DirectoryCursor? list, DirectoryReading reading)
    {
        var approvers = new List<ApproverReference>();
        foreach (var item in list?.Items() ?? [])
        {
            if (DirectoryFields.Of(item, Keys) is not { } fields || Approver(item, fields, reading) is not { } approver)
            {
                continue;
            }

            if (approvers.Contains(approver))
            {
                item.Fault("is in the list twice");
            }

            approvers.Add(approver);
        }

        return approvers;
    }

    private static ApproverReference? Approver(DirectoryCursor item, DirectoryFields fields, DirectoryReading reading)
    {
        var given = Keys.Select(fields.Optional).OfType<DirectoryCursor>().ToList();
        if (given.Count != 1)
        {
            item.Fault("must be exactly one of person, group and role");
            return null;
        }

        if (fields.Optional("person") is { } at)
        {
            return Person(at, reading);
        }

        if (fields.Optional("group") is { } group)
        {
            return reading.Groups.TryFollow(group, out var groupId, out _) ? new() { Group = new(groupId) } : null;
        }

        return reading.Roles.TryFollow(fields.Optional("role"), out var roleId, out _)
            ? new() { Role = new(roleId) }
            : null;
    }

    private static ApproverReference? Person(DirectoryCursor at, DirectoryReading reading)
    {
        if (!reading.People.TryFollow(at, out var id, out var person))
        {
            return null;
        }

        if (person?.Kind is PersonKind.ServiceAccount)
        {
            at.Fault($"{DirectoryWords.Quote(person.Name)} is a service account, and these can't approve");
        }

        return new() { Person = new(id) };
    }
}
