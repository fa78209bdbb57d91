namespace PimBot.Api.Access;

/// <summary>A person by id.</summary>
internal sealed record IdentityUser(string Id);
