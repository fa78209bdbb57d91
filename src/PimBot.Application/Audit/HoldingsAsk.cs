using PimBot.Domain.Access;

namespace PimBot.Application.Audit;

/// <summary>Who held a role, at some time from <paramref name="From"/> to before <paramref name="Until"/>.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where it had to hold: held at this scope or above it; null: anywhere.</param>
/// <param name="Person">Only this person; null: anybody.</param>
/// <param name="From">The first instant of the span.</param>
/// <param name="Until">The first instant behind it.</param>
/// <param name="WithEligible">Whether those who could activate it are wanted too.</param>
public sealed record HoldingsAsk(
    RoleId Role,
    ScopeId? Scope,
    PersonId? Person,
    DateTimeOffset From,
    DateTimeOffset Until,
    bool WithEligible
);
