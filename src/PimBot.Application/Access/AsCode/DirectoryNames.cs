using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Application.Access.AsCode;

/// <summary>How a plan calls people, groups, roles and scopes: by the file's name or, of what the file lacks, the store's. A name that several have is followed by the id.</summary>
public sealed class DirectoryNames
{
    private const int LongestName = 80;

    private readonly Dictionary<PersonId, string> _people;
    private readonly Dictionary<GroupId, string> _groups;
    private readonly Dictionary<RoleId, string> _roles;
    private readonly Dictionary<ScopeId, string> _scopes;

    internal DirectoryNames(DirectoryContents present, DirectoryContents wanted)
    {
        _people = Unique(wanted.People, present.People, p => p.Id, p => (p.Name, p.Upn ?? p.Id.Value));
        _groups = Unique(wanted.Groups, present.Groups, g => g.Id, g => (g.Name, g.Id.Value));
        _roles = Unique(wanted.Roles, present.Roles, r => r.Id, r => (r.Name, r.Id.Value));
        _scopes = Unique(wanted.Scopes, present.Scopes, s => s.Id, s => (s.Name, s.Id.Value));
    }

    public string Of(PersonId person) => _people.GetValueOrDefault(person) ?? person.Value;

    public string Of(GroupId group) => _groups.GetValueOrDefault(group) ?? group.Value;

    public string Of(RoleId role) => _roles.GetValueOrDefault(role) ?? role.Value;

    public string Of(ScopeId scope) => _scopes.GetValueOrDefault(scope) ?? scope.Value;

    public string Of(Principal principal) =>
        principal.Person is { } person ? Of(person) : $"group {Of(principal.Group!.Value)}";

    /// <summary>Such as <c>Exchange Administrator at Contoso</c>.</summary>
    public string Of(RoleScope access) => $"{Of(access.Role)} at {Of(access.Scope)}";

    private static Dictionary<TId, string> Unique<T, TId>(
        IReadOnlyList<T> wanted,
        IReadOnlyList<T> present,
        Func<T, TId> id,
        Func<T, (string Name, string Id)> words
    )
        where TId : struct
    {
        var all = wanted
            .Concat(present)
            .DistinctBy(id)
            .Select(e => (Id: id(e), Name: Shown(words(e).Name), Else: words(e).Id))
            .ToList();
        var shared = all.GroupBy(e => e.Name, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Skip(1).Any())
            .Select(g => g.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return all.ToDictionary(e => e.Id, e => shared.Contains(e.Name) ? $"{e.Name} ({e.Else})" : e.Name);
    }

    // A name stands in a terminal: nothing in it may move the cursor or pretend to be another line.
    private static string Shown(string name) => InertText.Clean(name, LongestName) ?? "?";
}
