using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Api.Access;

/// <summary>What is read of a request's body, the same for every action.</summary>
/// <param name="Action">What is asked for.</param>
/// <param name="Body">All of it.</param>
/// <param name="Type">Whether eligibilities or active assignments are meant: the collection that was posted to says so.</param>
internal sealed record RequestReading(RequestAction Action, ScheduleRequestBody Body, AssignmentType Type)
{
    /// <summary>Whether the one who asks acts for themselves.</summary>
    public bool IsOwn => Action >= RequestAction.SelfActivate;

    public RoleScope? Access =>
        Body.RoleDefinitionId is { Length: > 0 } role
            ? new(new(role), new(Body.DirectoryScopeId ?? ScopeId.Directory.Value))
            : null;
}
