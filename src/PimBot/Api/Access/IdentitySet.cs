using PimBot.Domain.Access;

namespace PimBot.Api.Access;

/// <summary>Who did something (Graph's <c>identitySet</c>).</summary>
/// <param name="User">The person.</param>
internal sealed record IdentitySet(IdentityUser User)
{
    public static IdentitySet Of(PersonId person) => new(new IdentityUser(person.Value));
}
