using PimBot.Domain.Access;

namespace PimBot.Api.Access;

/// <summary>Which schedules or requests are asked for; null is any.</summary>
internal sealed record ScheduleFilter(string? Role, string? Scope, string? Principal, bool WithEnded = false)
{
    public bool Takes(RoleScope access, Principal principal) =>
        (Role is null || access.Role.Value == Role)
        && (Scope is null || access.Scope.Value == Scope)
        && (Principal is null || principal.Person?.Value == Principal || principal.Group?.Value == Principal);
}
