using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Rules;

/// <summary>Who is asked to approve, and for how long.</summary>
public sealed class ApprovalRulesStory
{
    private const string DanAsks = "Dan Dubois asks for";

    [Fact]
    [Rule("C1")]
    public async Task The_window_is_what_the_settings_say()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ChangesPolicy(Contoso.Payments, policy => policy with { Window = TimeSpan.FromHours(2) });
        await scene.Dan.Says(Contoso.AskForPayments);

        await scene.Advances(TimeSpan.FromMinutes(119));
        scene.Dan.DoesNotSee("Timed out");
        await scene.Advances(TimeSpan.FromMinutes(1));

        scene.Dan.Sees("Timed out: nobody decided in time");
    }

    [Fact]
    [Rule("C2")]
    public async Task Approvers_are_people_and_groups_and_need_no_role()
    {
        await using var scene = await Scene.StartAsync();
        await scene.LosesEverything(scene.Grace);
        await scene.LosesEverything(scene.Carol);
        await scene.JoinsGroup(Contoso.HelpdeskGroup, scene.Carol);
        await scene.Changes(
            async (work, stop) =>
            {
                foreach (var given in await work.Assignments.OfGroupsAsync([Contoso.HelpdeskGroup], stop))
                {
                    work.Assignments.Remove(given);
                }
            }
        );
        await scene.ChangesPolicy(
            Contoso.Payments,
            policy =>
                policy with
                {
                    Approvers =
                    [
                        new ApproverReference { Person = new PersonId(scene.Grace.Id) },
                        new ApproverReference { Group = Contoso.HelpdeskGroup },
                    ],
                }
        );

        await scene.Dan.Says(Contoso.AskForPayments);
        scene.Grace.Sees($"{DanAsks} Payments responder");
        scene.Carol.Sees($"{DanAsks} Payments responder");
        scene.Frank.DoesNotSee(DanAsks);
        await scene.Carol.Clicks("Approve", new { reason = "go" });

        scene.Dan.Sees("Active until");
    }

    [Fact]
    [Rule("C3", "F6")]
    public async Task Where_nobody_is_named_privileged_role_and_global_administrators_approve_eligible_or_active()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ChangesPolicy(
            Contoso.Helpdesk,
            policy => policy with { Require = policy.Require | ActivationRequirements.Approval }
        );

        await scene.Dan.Says(Contoso.AskForHelpdesk);

        // Frank is active, Bob eligible as Privileged Role Administrator; the others are eligible Global Administrators.
        foreach (var asked in new[] { scene.Frank, scene.Bob, scene.Alice, scene.Carol, scene.BobAdmin })
        {
            asked.Sees($"{DanAsks} Helpdesk Administrator");
        }

        scene.Erin.DoesNotSee(DanAsks);
        scene.Grace.DoesNotSee(DanAsks);
        await scene.Bob.Clicks("Approve", new { reason = "go" });
        scene.Dan.Sees("Active until");
    }

    [Fact]
    [Rule("F6")]
    public async Task Where_approvers_are_named_privileged_role_administrators_are_not_asked()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ChangesPolicy(
            Contoso.Payments,
            policy => policy with { Approvers = [new ApproverReference { Person = new PersonId(scene.Erin.Id) }] }
        );

        await scene.Dan.Says(Contoso.AskForPayments);

        scene.Erin.Sees($"{DanAsks} Payments responder");
        scene.Frank.DoesNotSee(DanAsks);
        scene.Bob.DoesNotSee(DanAsks);
    }

    [Fact]
    [Rule("C4")]
    public async Task Settings_that_ask_nobody_for_approval_are_not_saved()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(scene.Carol, Contoso.OwnerOfProduction, AssignmentType.Active);
        var machines = new RoleScope(RuleScene.MachineContributor, RuleScene.PaymentsResources);

        var group = await scene.Saves(scene.Frank, Contoso.Payments, policy => Approved(policy));
        var azure = await scene.Saves(scene.Carol, machines, policy => Approved(policy));
        var disabled = await scene.Saves(
            scene.Frank,
            Contoso.Payments,
            policy => Approved(policy, new ApproverReference { Person = new PersonId(scene.Person("Ivan").Id) })
        );

        Assert.Equal("ApproverRequired", Assert.Single(group.Refusal!.Faults).Code);
        Assert.Equal("ApproverRequired", Assert.Single(azure.Refusal!.Faults).Code);
        Assert.Equal(ReasonCode.LastApprover, disabled.Refusal?.Code);
        Assert.True((await scene.Saves(scene.Frank, Contoso.Helpdesk, policy => Approved(policy))).IsAllowed);
    }

    [Fact]
    [Rule("C9")]
    public async Task Where_no_approver_is_left_it_is_put_before_the_administrators_of_the_scope()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ChangesPolicy(
            Contoso.Payments,
            policy => policy with { Approvers = [new ApproverReference { Person = new PersonId(scene.Carol.Id) }] }
        );
        await scene.Dan.Says(Contoso.AskForPayments);
        scene.Frank.DoesNotSee(DanAsks);

        await scene.Disables(scene.Carol);
        await scene.Advances(TimeSpan.FromMinutes(1));

        foreach (var manager in new[] { scene.Frank, scene.Erin, scene.Person("Emergency access 1") })
        {
            manager.Sees($"{DanAsks} Payments responder");
        }

        scene.Bob.DoesNotSee(DanAsks);
        Assert.Equal(1, await scene.CountsAudited(AuditAction.ApprovalEscalated));
        await scene.Frank.Clicks("Approve", new { reason = "nobody else can" });
        scene.Dan.Sees("Active until");
    }

    private static RolePolicy Approved(RolePolicy policy, params ApproverReference[] approvers) =>
        policy with
        {
            Activation = policy.Activation with
            {
                Require = policy.Activation.Require | ActivationRequirements.Approval,
                Approvers = approvers,
            },
        };
}
