using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>When somebody's newest activation of a role at a scope began.</summary>
public sealed record LastActivation(PersonId Person, ScopeId Scope, DateTimeOffset At);
