using PimBot.Domain.Access;

namespace PimBot.Application.Access;

internal static class DirectoryRolesReader
{
    private static readonly string[] Keys = ["id", "name", "kind", "privileged", "aliases"];

    public static void Read(DirectoryCursor? section, DirectoryReading reading)
    {
        foreach (var (fields, id) in DirectorySection.Declare(section, Keys, reading.Roles))
        {
            var name = fields.Required("name")?.Text(DirectoryValues.LongestName);
            var kind = fields.Required("kind")?.Word(DirectoryVocabulary.RoleKinds);
            var privileged = fields.Optional("privileged")?.Flag() ?? false;
            var aliases = Aliases(fields.Optional("aliases"));
            if (id is null || name is null || kind is null)
            {
                continue;
            }

            var role = new Role
            {
                Id = new RoleId(id),
                Name = name,
                Kind = kind.Value,
                Privileged = privileged,
                Aliases = aliases,
            };
            reading.Roles.Keep(id, role);
        }
    }

    private static List<string> Aliases(DirectoryCursor? list)
    {
        var aliases = new List<string>();
        foreach (var item in list?.Items() ?? [])
        {
            if (item.Text(DirectoryValues.LongestName) is not { } alias)
            {
                continue;
            }

            if (aliases.Contains(alias, StringComparer.OrdinalIgnoreCase))
            {
                item.Fault($"is in the list twice: {DirectoryWords.Quote(alias)}");
            }

            aliases.Add(alias);
        }

        return aliases;
    }
}
