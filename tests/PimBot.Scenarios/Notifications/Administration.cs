using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Notifications;

/// <summary>Administrators at work, whatever surface they use.</summary>
internal static class Administration
{
    /// <summary>A role with the published default policy: everybody is told of everything.</summary>
    public static readonly RoleScope GlobalReader = new(new RoleId("f2ef992c-3afb-46b9-b7cf-a126ee74c451"), new("/"));

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    /// <summary>Frank assigns a role to a person, for a time or for good.</summary>
    public static Task<AssignmentRequest> Gives(
        this Scene scene,
        TestPerson to,
        RoleScope access,
        AssignmentType type,
        TimeSpan? lasts = null
    ) => scene.Gives(Principal.Of(new PersonId(to.Id)), access, type, lasts);

    /// <inheritdoc cref="Gives(Scene, TestPerson, RoleScope, AssignmentType, TimeSpan?)"/>
    public static Task<AssignmentRequest> Gives(
        this Scene scene,
        Principal to,
        RoleScope access,
        AssignmentType type,
        TimeSpan? lasts = null
    ) =>
        scene.Orders(
            new AssignmentCommand
            {
                Action = RequestAction.AdminAssign,
                Actor = new PersonId(scene.Frank.Id),
                Principal = to,
                Access = access,
                IsVerified = true,
                Ask = new AssignmentAsk
                {
                    Type = type,
                    End = scene.Clock.GetUtcNow() + lasts,
                    Justification = "team change",
                },
            }
        );

    /// <summary>Frank changes, extends or removes what was assigned.</summary>
    public static Task<AssignmentRequest> Changes(
        this Scene scene,
        AssignmentRequest assigned,
        RequestAction action,
        TimeSpan? lasts = null
    ) =>
        scene.Orders(
            new AssignmentCommand
            {
                Action = action,
                Actor = new PersonId(scene.Frank.Id),
                Assignment = assigned.Assignment,
                IsVerified = true,
                Ask = assigned.Ask with { End = scene.Clock.GetUtcNow() + lasts, Justification = "project goes on" },
            }
        );

    /// <summary>Somebody wants something done, and it is done or waits. What follows has happened then.</summary>
    public static async Task<AssignmentRequest> Orders(this Scene scene, AssignmentCommand command)
    {
        AssignmentRequest? made = null;
        await scene.Changes(
            async (work, stop) =>
            {
                var decision = await ChangeAssignment.RunAsync(work, command, stop);
                Assert.True(decision.IsAllowed, decision.IsAllowed ? "" : $"{decision.Refusal.Code}");
                made = decision.Value;
            }
        );
        await scene.Advances(Moment);
        return made!;
    }

    /// <summary>An administrator decides what waits.</summary>
    public static async Task Decides(this Scene scene, TestPerson decider, AssignmentRequest request, Verdict verdict)
    {
        await scene.Changes(
            async (work, stop) =>
            {
                var decision = await DecideAssignmentRequest.RunAsync(
                    work,
                    new DecideAssignmentRequestCommand(
                        request.Id,
                        new PersonId(decider.Id),
                        verdict,
                        "as agreed",
                        IsVerified: true
                    ),
                    stop
                );
                Assert.True(decision.IsAllowed, decision.IsAllowed ? "" : $"{decision.Refusal.Code}");
            }
        );
        await scene.Advances(Moment);
    }

    /// <summary>One cell of the matrix is set for a role.</summary>
    public static Task Sets(this Scene scene, RoleScope access, NotificationRule rule) =>
        scene.Changes(
            async (work, stop) =>
            {
                var policy = await work.Directory.PolicyAsync(access, stop);
                await work.Directory.UpdateAsync(policy with { Notifications = [.. policy.Notifications, rule] }, stop);
            }
        );
}
