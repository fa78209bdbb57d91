using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>Whether scopes form a tree whose levels are in Azure's order: management group, subscription, resource group, resource.</summary>
internal static class DirectoryScopeTree
{
    public static void Check(IReadOnlyList<Scope> scopes, IReadOnlyDictionary<ScopeId, DirectoryCursor> parents)
    {
        var byId = scopes.ToDictionary(s => s.Id);
        foreach (var scope in scopes)
        {
            if (
                scope.Parent is { } id
                && byId.TryGetValue(id, out var parent)
                && !MayHold(parent.Kind, scope.Kind)
                && parents.TryGetValue(scope.Id, out var at)
            )
            {
                at.Fault($"a scope of kind {Word(scope.Kind)} can't lie in one of kind {Word(parent.Kind)}");
            }
        }

        CheckLoops(scopes, byId, parents);
    }

    /// <summary>Each loop is one fault, at the reference that closes it.</summary>
    private static void CheckLoops(
        IReadOnlyList<Scope> scopes,
        Dictionary<ScopeId, Scope> byId,
        IReadOnlyDictionary<ScopeId, DirectoryCursor> parents
    )
    {
        // The walk in which a scope was met first: a scope met again in the same walk is part of a loop.
        var metIn = new Dictionary<ScopeId, ScopeId>();
        foreach (var start in scopes)
        {
            var (scope, last) = (start, start);
            while (scope is not null && metIn.TryAdd(scope.Id, start.Id))
            {
                last = scope;
                scope = scope.Parent is { } id ? byId.GetValueOrDefault(id) : null;
            }

            if (scope is not null && metIn[scope.Id] == start.Id)
            {
                parents[last.Id].Fault($"closes a loop: {DirectoryWords.Quote(scope.Id.Value)} would lie in itself");
            }
        }
    }

    private static bool MayHold(ScopeKind parent, ScopeKind child) =>
        (parent, child) switch
        {
            (_, ScopeKind.Directory) => false,
            (ScopeKind.Directory, _) => true,
            (ScopeKind.Group, _) or (_, ScopeKind.Group) => false,
            (ScopeKind.ManagementGroup, ScopeKind.ManagementGroup) => true,
            (ScopeKind.Resource, ScopeKind.Resource) => true,
            _ => parent < child,
        };

    private static string Word(ScopeKind kind) => DirectoryVocabulary.ScopeKinds.First(w => w.Value == kind).Key;
}
