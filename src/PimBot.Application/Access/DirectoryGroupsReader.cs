using PimBot.Domain.Access;

namespace PimBot.Application.Access;

internal static class DirectoryGroupsReader
{
    private static readonly string[] Keys = ["id", "name", "members", "owners"];

    public static void Read(DirectoryCursor? section, DirectoryReading reading)
    {
        foreach (var (fields, id) in DirectorySection.Declare(section, Keys, reading.Groups))
        {
            var name = fields.Required("name")?.Text(DirectoryValues.LongestName);
            var members = People(fields.Optional("members"), reading);
            var owners = People(fields.Optional("owners"), reading);
            if (id is null || name is null)
            {
                continue;
            }

            var group = new Group
            {
                Id = new GroupId(id),
                Name = name,
                Members = members,
                Owners = owners,
            };
            reading.Groups.Keep(id, group);
        }
    }

    private static List<PersonId> People(DirectoryCursor? list, DirectoryReading reading)
    {
        var people = new List<PersonId>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list?.Items() ?? [])
        {
            if (!reading.People.TryFollow(item, out var id, out _))
            {
                continue;
            }

            if (!seen.Add(id))
            {
                item.Fault($"is in the list twice: {DirectoryWords.Quote(id)}");
            }

            people.Add(new PersonId(id));
        }

        return people;
    }
}
