using PimBot.Domain.Access;

namespace PimBot.Application.Access;

internal static class DirectoryScopesReader
{
    private static readonly string[] Keys = ["id", "kind", "name", "parent"];

    public static void Read(DirectoryCursor? section, DirectoryReading reading)
    {
        var parents = new Dictionary<ScopeId, DirectoryCursor>();
        var declared = DirectorySection.Declare(section, Keys, reading.Scopes, DirectoryValues.LongestScopeId);
        foreach (var (fields, id) in declared)
        {
            var name = fields.Required("name")?.Text(DirectoryValues.LongestName);
            var kind = fields.Required("kind")?.Word(DirectoryVocabulary.ScopeKinds);
            var at = fields.Optional("parent");
            reading.Scopes.TryFollow(at, out var parent, out _);
            if (id is null || name is null || kind is null)
            {
                continue;
            }

            var scope = new Scope
            {
                Id = new ScopeId(id),
                Kind = kind.Value,
                Name = name,
                Parent = parent is null ? null : new ScopeId(parent),
            };
            reading.Scopes.Keep(id, scope);
            if (at is not null)
            {
                parents.Add(scope.Id, at);
            }
        }

        DirectoryScopeTree.Check(reading.Scopes.Entries, parents);
    }
}
