using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Scenarios.Rules;
using PimBot.Testing;

namespace PimBot.Scenarios.Assignments;

/// <summary>No group becomes a member or owner of itself, by whichever way it is tried.</summary>
public sealed class GroupCircleStory
{
    private static readonly GroupId Responders = Scope.GroupOf(Contoso.Payments.Scope)!.Value;
    private static readonly RoleScope InHelpdesk = new(
        Contoso.Payments.Role,
        new ScopeId($"/groups/{Contoso.HelpdeskGroup}")
    );

    [Fact]
    public async Task A_group_is_not_made_a_member_or_owner_of_itself()
    {
        await using var scene = await Scene.StartAsync();
        await scene.KnowsPaymentsOwner();

        foreach (var role in new[] { "Payments responder", "Payments steward" })
        {
            await scene.Frank.Says(
                $"assign {role} to group Payments responders eligible for 1 month because we are on call"
            );

            scene.Frank.Sees("Payments responders would become a member or owner of itself");
            scene.Frank.Sees("Choose another group, or name people.");
        }

        Assert.Empty(await OfGroups(scene));
    }

    [Fact]
    public async Task Nor_through_another_group()
    {
        await using var scene = await Scene.StartAsync();
        await KnowsHelpdeskScope(scene);
        Assert.True((await Assigns(scene, Responders, InHelpdesk)).IsAllowed);

        var back = await Assigns(scene, Contoso.HelpdeskGroup, Contoso.Payments);

        Assert.Equal(ReasonCode.GroupInItself, back.Refusal?.Code);
        Assert.Equal(Responders, Assert.Single(await OfGroups(scene)).Group);
    }

    [Fact]
    public async Task A_circle_that_time_has_opened_is_none()
    {
        await using var scene = await Scene.StartAsync();
        await KnowsHelpdeskScope(scene);
        Assert.True((await Assigns(scene, Responders, InHelpdesk)).IsAllowed);
        await scene.Advances(TimeSpan.FromDays(31));

        Assert.True((await Assigns(scene, Contoso.HelpdeskGroup, Contoso.Payments)).IsAllowed);
    }

    private static Task KnowsHelpdeskScope(Scene scene) =>
        scene.Changes(
            (work, _) =>
            {
                work.Directory.Add(
                    new Scope
                    {
                        Id = InHelpdesk.Scope,
                        Kind = ScopeKind.Group,
                        Name = "Helpdesk",
                    }
                );
                return Task.CompletedTask;
            }
        );

    private static Task<Decision<AssignmentRequest>> Assigns(Scene scene, GroupId group, RoleScope access) =>
        scene.Tries(
            new PimBot.Application.Access.AssignmentCommand
            {
                Action = RequestAction.AdminAssign,
                Actor = new PersonId(scene.Frank.Id),
                Principal = Principal.Of(group),
                Access = access,
                Ask = new AssignmentAsk
                {
                    Type = AssignmentType.Eligible,
                    End = scene.Clock.GetUtcNow() + TimeSpan.FromDays(30),
                    Justification = "on call",
                },
            }
        );

    private static Task<IReadOnlyList<Assignment>> OfGroups(Scene scene) =>
        scene.Reads<IReadOnlyList<Assignment>>(
            async (work, stop) =>
                [
                    .. (await work.Assignments.OfGroupsAsync([Responders, Contoso.HelpdeskGroup], stop)).Where(a =>
                        Scope.GroupOf(a.Access.Scope) is not null && a.Access.Role != Contoso.Helpdesk.Role
                    ),
                ]
        );
}
