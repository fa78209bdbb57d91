using System.Globalization;
using System.Text.Json;

namespace PimBot.Benchmarks.Load;

/// <summary>
/// A large organization: directory roles, Azure roles on a tree of scopes, and groups. The first person is an active
/// Privileged Role Administrator; the second is eligible for a dozen roles.
/// </summary>
internal sealed class Organization(int people, int roles, int scopes, int assignments)
{
    private const string PrivilegedRoleAdministrator = "e8611ab8-c189-46e8-94e1-60213ab1f814";
    private const string Root = "/";

    /// <summary>Every second role is a role of the directory; the first is Privileged Role Administrator.</summary>
    private readonly IReadOnlyList<(string Id, bool IsDirectory)> roleIds =
    [
        .. Enumerable.Range(0, roles).Select(i => (i == 0 ? PrivilegedRoleAdministrator : IdOf("b", i), i % 2 == 0)),
    ];

    private readonly IReadOnlyList<string> scopeIds =
    [
        .. Enumerable.Range(0, scopes).Select(i => string.Create(CultureInfo.InvariantCulture, $"/subscriptions/{i}")),
    ];

    public static string Administrator => IdOf("a", 0);

    public static string EligiblePerson => IdOf("a", 1);

    public string ToDirectoryJson() =>
        JsonSerializer.Serialize(
            new
            {
                people = Enumerable.Range(0, people).Select(Person),
                groups = Array.Empty<object>(),
                scopes = Scopes(),
                roles = roleIds.Select(Role),
                policies = roleIds.Where(role => role.IsDirectory).Select(Policy),
                assignments = Assignments(),
            }
        );

    private static object Person(int i) =>
        new
        {
            id = IdOf("a", i),
            name = string.Create(CultureInfo.InvariantCulture, $"Person {i}"),
            upn = string.Create(CultureInfo.InvariantCulture, $"person{i}@contoso.example"),
            mail = string.Create(CultureInfo.InvariantCulture, $"person{i}@contoso.example"),
            kind = "member",
        };

    private IEnumerable<object> Scopes() =>
        scopeIds.Select(id => Scope(id, "subscription")).Prepend(Scope(Root, "directory"));

    private static object Scope(string id, string kind) =>
        new
        {
            id,
            kind,
            name = $"Scope {id}",
        };

    private static object Role((string Id, bool IsDirectory) role, int i) =>
        new
        {
            id = role.Id,
            name = string.Create(CultureInfo.InvariantCulture, $"Role {i} Administrator"),
            kind = role.IsDirectory ? "directoryRole" : "azureRole",
            privileged = i < 30,
        };

    private static object Policy((string Id, bool IsDirectory) role) =>
        new
        {
            role = role.Id,
            scope = Root,
            activation = new { maximum = "PT4H", require = new[] { "mfa", "justification" } },
            notify = Array.Empty<string>(),
        };

    private IEnumerable<object> Assignments()
    {
        yield return Assignment(Administrator, PrivilegedRoleAdministrator, Root, "active", null);
        for (var i = 1; i <= 12; i++)
        {
            yield return Assignment(EligiblePerson, roleIds[i * 2].Id, Root, "eligible", null);
        }

        // Each line is another pair of person and role: people in steps, so that everybody has a few.
        for (var i = 13; i < assignments; i++)
        {
            var role = roleIds[(i / people * 7 + i) % roles];
            var person = IdOf("a", 2 + (i % (people - 2)));
            var scope = role.IsDirectory ? Root : scopeIds[i % scopes];
            var end = i % 3 == 0 ? string.Create(CultureInfo.InvariantCulture, $"P{20 + (i % 300)}D") : null;
            yield return Assignment(person, role.Id, scope, i % 10 == 0 ? "active" : "eligible", end);
        }
    }

    private static object Assignment(string person, string role, string scope, string type, string? end) =>
        new
        {
            person,
            role,
            scope,
            type,
            end,
        };

    private static string IdOf(string kind, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}0000000-0000-4000-8000-{number:d12}");
}
