using PimBot.Domain.Access;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Rules;

/// <summary>Settings of roles: one policy each, and what can't be set.</summary>
public sealed class SettingsRulesStory
{
    [Fact]
    [Rule("A2", "D1")]
    public async Task Members_and_owners_of_a_group_have_a_policy_each()
    {
        await using var scene = await Scene.StartAsync();
        await scene.KnowsPaymentsOwner();
        await scene.Assigns(scene.Dan, RuleScene.PaymentsOwner, AssignmentType.Eligible);

        Assert.True(
            (
                await scene.Saves(
                    scene.Frank,
                    RuleScene.PaymentsOwner,
                    policy => policy with { Activation = policy.Activation with { Maximum = TimeSpan.FromMinutes(30) } }
                )
            ).IsAllowed
        );

        await scene.Dan.Says("activate Payments steward for 1h because refunds are stuck");
        scene.Dan.Sees("The longest for this role is 30 minutes.");
        await scene.Dan.Says("cancel");
        await scene.Dan.Says("activate Payments responder for 1h because refunds are stuck");
        scene.Dan.Sees("Waiting for approval");
    }

    [Fact]
    [Rule("D1")]
    public async Task A_policy_is_not_inherited_by_the_scope_below()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Assigns(
            scene.Dan,
            new RoleScope(RuleScene.MachineContributor, RuleScene.PaymentsMachine),
            AssignmentType.Eligible
        );

        // The resource group above allows three hours, without verification; the machine has the published default.
        await scene.Dan.Says("activate Virtual Machine Contributor at payments-vm1 for 4h because disk is full");

        scene.Dan.Sees("Verify it’s you to go on");
    }

    [Fact]
    [Rule("D4")]
    public async Task A_ticket_is_required_on_activation_only()
    {
        await using var scene = await Scene.StartAsync();
        var onAssignment = new AssignmentPolicy { Require = ActivationRequirements.Ticket };

        var eligible = await scene.Saves(scene.Frank, Contoso.Helpdesk, p => p with { Eligible = onAssignment });
        var active = await scene.Saves(scene.Frank, Contoso.Helpdesk, p => p with { Active = onAssignment });
        var activation = await scene.Saves(
            scene.Frank,
            Contoso.Payments,
            p =>
                p with
                {
                    Activation = p.Activation with { Require = p.Activation.Require | ActivationRequirements.Ticket },
                }
        );

        Assert.Equal("OnlyOnActivation", Assert.Single(eligible.Refusal!.Faults).Code);
        Assert.Equal("OnlyOnActivation", Assert.Single(active.Refusal!.Faults).Code);
        Assert.True(activation.IsAllowed);
    }

    [Fact]
    [Rule("D5")]
    public async Task For_the_listed_roles_mfa_can_not_be_switched_off()
    {
        await using var scene = await Scene.StartAsync();
        var listed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["b0f54661-2d74-4c50-afa3-1ec803f12efe"] = "Billing Administrator",
            ["158c047a-c907-4556-b7ef-446551a6b5f7"] = "Cloud Application Administrator",
            ["17315797-102d-40b4-93e0-432062caca18"] = "Compliance Administrator",
            ["b1be1c3e-b65d-4f19-8427-f6fa0d97feb9"] = "Conditional Access Administrator",
            ["44367163-eba1-44c3-98af-f5787879f96a"] = "CRM Service Administrator",
            ["5c4f9dcd-47dc-4cf7-8c9a-9e4207cbfc91"] = "Customer Lockbox Access Approver",
            ["9360feb5-f418-4baa-8175-e2a00bac4301"] = "Directory Writers",
            ["29232cdf-9323-42fd-ade2-1d097af3e4de"] = "Exchange Administrator",
            ["62e90394-69f5-4237-9190-012177145e10"] = "Global Administrator",
            ["7495fdc4-34c4-4d15-a289-98788ce399fd"] = "Information Protection Administrator",
            ["3a2c62db-5318-420d-8d74-23affee5d9d5"] = "Intune Service Administrator",
            ["a9ea8996-122f-4c74-9520-8edcd192826c"] = "Power BI Service Administrator",
            ["e8611ab8-c189-46e8-94e1-60213ab1f814"] = "Privileged Role Administrator",
            ["194ae4cb-b126-40b2-bd5b-6091b380977d"] = "Security Administrator",
            ["f28a1f50-f6e7-4571-818b-6a12f2af6b6c"] = "SharePoint Administrator",
            ["75941009-915a-4869-abe7-691bff18279e"] = "Skype for Business Administrator",
            ["fe930be7-5e62-47db-91af-98c3a49a38b1"] = "User Administrator",
        };
        var known = await scene.Reads((work, stop) => work.Directory.RolesAsync(stop));
        foreach (var (id, name) in listed.Where(role => known.All(k => k.Id.Value != role.Key)))
        {
            await scene.Knows(new RoleId(id), name, RoleKind.DirectoryRole);
        }

        foreach (var (id, name) in listed)
        {
            var refused = await Saves(new RoleScope(new RoleId(id), ScopeId.Directory), ActivationRequirements.None);
            Assert.True(refused.Refusal?.Faults.Any(f => f.Code == "MfaCannotBeSwitchedOff"), name);
        }

        Assert.True((await Saves(Contoso.Helpdesk, ActivationRequirements.Mfa)).IsAllowed);
        Assert.True((await Saves(Contoso.Helpdesk, ActivationRequirements.None)).IsAllowed);

        Task<Decision<RolePolicy>> Saves(RoleScope access, ActivationRequirements require) =>
            scene.Saves(
                scene.Frank,
                access,
                policy => policy with { Activation = policy.Activation with { Require = require, Approvers = [] } }
            );
    }
}
