using System.Globalization;
using System.Text.Json;

namespace PimBot.Benchmarks.Load;

/// <summary>A directory of people who are all eligible for the same roles. None of the roles needs approval.</summary>
internal sealed class Population(int people, int roles)
{
    private static readonly string[] Words =
    [
        "Alpha",
        "Bravo",
        "Charlie",
        "Delta",
        "Echo",
        "Foxtrot",
        "Golf",
        "Hotel",
        "India",
        "Juliett",
        "Kilo",
        "Lima",
        "Mike",
        "November",
        "Oscar",
        "Papa",
        "Quebec",
        "Romeo",
        "Sierra",
        "Tango",
        "Uniform",
        "Victor",
        "Whiskey",
        "Yankee",
    ];

    public IReadOnlyList<string> Ids { get; } = [.. Enumerable.Range(0, people).Select(i => IdOf("a", i))];

    public IReadOnlyList<string> RoleIds { get; } = [.. Enumerable.Range(0, roles).Select(i => IdOf("b", i))];

    public IReadOnlyList<string> RoleNames { get; } = [.. Words.Take(roles).Select(word => $"{word} Operator")];

    public string ToDirectoryJson() =>
        JsonSerializer.Serialize(
            new
            {
                people = Ids.Select(
                    (id, i) =>
                        new
                        {
                            id,
                            name = string.Create(CultureInfo.InvariantCulture, $"Person {i}"),
                            upn = $"{id}@contoso.example",
                            kind = "member",
                            enabled = true,
                        }
                ),
                groups = Array.Empty<object>(),
                scopes = new[]
                {
                    new
                    {
                        id = "/",
                        kind = "directory",
                        name = "Contoso",
                    },
                },
                roles = RoleIds.Select(
                    (id, i) =>
                        new
                        {
                            id,
                            name = RoleNames[i],
                            kind = "directoryRole",
                            privileged = true,
                        }
                ),
                policies = RoleIds.Select(role => new
                {
                    role,
                    scope = "/",
                    activation = new { maximum = "PT8H", require = new[] { "justification" } },
                    notify = Array.Empty<string>(),
                }),
                assignments = Ids.SelectMany(person =>
                    RoleIds.Select(role => new
                    {
                        person,
                        role,
                        scope = "/",
                        type = "eligible",
                    })
                ),
            }
        );

    private static string IdOf(string kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}0000000-0000-4000-8000-{number:d12}");
}
