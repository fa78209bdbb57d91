using PimBot.Domain.Access;

namespace PimBot.Application.Access;

/// <summary>That an activation began.</summary>
public sealed record ActivationStart(RoleScope Access, DateTimeOffset At);
