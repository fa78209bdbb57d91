using PimBot.Domain.Access;

namespace PimBot.Api.Access;

/// <summary>Where roles hold.</summary>
/// <param name="Id">What <c>directoryScopeId</c> holds elsewhere.</param>
/// <param name="DisplayName">Its name.</param>
/// <param name="Type"><c>directory</c>, <c>managementGroup</c>, <c>subscription</c>, <c>resourceGroup</c>, <c>resource</c> or <c>group</c>.</param>
/// <param name="ParentId">The scope directly above; missing at the top.</param>
internal sealed record ScopeResource(string Id, string DisplayName, string Type, string? ParentId)
{
    public static ScopeResource Of(Scope scope) =>
        new(scope.Id.Value, scope.Name, Names.Of(scope.Kind), scope.Parent?.Value);
}
