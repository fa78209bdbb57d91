namespace PimBot.Api.Access;

/// <summary>That PimBot was set up.</summary>
/// <param name="GivenRoleDefinitionIds">The roles that the caller was given; those held already are not among them.</param>
internal sealed record SetUpResource(IReadOnlyList<string> GivenRoleDefinitionIds);
