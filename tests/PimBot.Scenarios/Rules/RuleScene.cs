using PimBot.Application.Access;
using PimBot.Application.Policies;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;
using PimBot.Scenarios.Access;
using PimBot.Testing;

namespace PimBot.Scenarios.Rules;

/// <summary>What the stories of the rules do where the chat has no word for it: through the same use cases, or behind PimBot's back.</summary>
internal static class RuleScene
{
    public static readonly ScopeId Production = Contoso.OwnerOfProduction.Scope;
    public static readonly ScopeId Sandbox = new("/subscriptions/c0de0002-0000-4000-8000-000000000002");
    public static readonly ScopeId AllSubscriptions = new("/providers/Microsoft.Management/managementGroups/contoso");
    public static readonly ScopeId PaymentsResources = new($"{Production}/resourceGroups/payments");

    public static readonly ScopeId PaymentsMachine = new(
        $"{PaymentsResources}/providers/Microsoft.Compute/virtualMachines/payments-vm1"
    );

    public static readonly RoleId MachineContributor = new("9980e02c-c2be-4d73-94e8-173b1dc7cf3c");

    /// <summary>Owner of the group whose member is <see cref="Contoso.Payments"/>.</summary>
    public static readonly RoleScope PaymentsOwner = new(new RoleId("payments-steward"), Contoso.Payments.Scope);

    /// <summary>Somebody orders or wishes, and what follows has happened.</summary>
    public static async Task<Decision<AssignmentRequest>> Tries(this Scene scene, AssignmentCommand command)
    {
        Decision<AssignmentRequest>? decision = null;
        await scene.Changes(async (work, stop) => decision = await ChangeAssignment.RunAsync(work, command, stop));
        await scene.Advances(TimeSpan.Zero);
        return decision!;
    }

    /// <summary>Somebody orders that an assignment become another one, or nothing.</summary>
    public static Task<Decision<AssignmentRequest>> Tries(
        this Scene scene,
        TestPerson by,
        RequestAction action,
        Assignment assignment,
        AssignmentAsk? ask = null
    ) =>
        scene.Tries(
            new AssignmentCommand
            {
                Action = action,
                Actor = new PersonId(by.Id),
                Assignment = assignment.Id,
                IsVerified = true,
                Ask = ask ?? new AssignmentAsk { Type = assignment.Type, Justification = "team change" },
            }
        );

    /// <summary>Somebody saves settings of a role.</summary>
    public static async Task<Decision<RolePolicy>> Saves(
        this Scene scene,
        TestPerson by,
        RoleScope access,
        Func<RolePolicy, RolePolicy> change
    )
    {
        Decision<RolePolicy>? decision = null;
        await scene.Changes(
            async (work, stop) =>
                decision = await ChangePolicy.RunAsync(
                    work,
                    new ChangePolicyCommand(
                        new PersonId(by.Id),
                        change(await work.Directory.PolicyAsync(access, stop))
                    ),
                    stop
                )
        );
        await scene.Advances(TimeSpan.Zero);
        return decision!;
    }

    /// <summary>The only assignment of this role and kind that the person has by themselves and that is not over.</summary>
    public static async Task<Assignment> TheAssignmentOf(
        this Scene scene,
        TestPerson person,
        RoleScope access,
        AssignmentType type
    ) => Assert.Single(await scene.StandingOf(person, access), a => a.Type == type);

    /// <summary>A person's own assignments of a role that are not over.</summary>
    public static Task<IReadOnlyList<Assignment>> StandingOf(this Scene scene, TestPerson person, RoleScope access) =>
        scene.Reads<IReadOnlyList<Assignment>>(
            async (work, stop) =>
                [
                    .. (await work.Assignments.ToAsync(access.Role, stop)).Where(a =>
                        a.Access == access && a.Person?.Value == person.Id && !a.IsOverAt(work.Now)
                    ),
                ]
        );

    /// <summary>The directory comes to know another role.</summary>
    public static Task Knows(this Scene scene, RoleId id, string name, RoleKind kind) =>
        scene.Changes(
            (work, _) =>
            {
                work.Directory.Add(
                    new Role
                    {
                        Id = id,
                        Name = name,
                        Kind = kind,
                    }
                );
                return Task.CompletedTask;
            }
        );

    /// <summary>The payments group has a role for its owners, and nobody owns it.</summary>
    public static async Task KnowsPaymentsOwner(this Scene scene)
    {
        await scene.Knows(PaymentsOwner.Role, "Payments steward", RoleKind.GroupOwner);
        await scene.ChangesGroup(Scope.GroupOf(PaymentsOwner.Scope)!.Value, group => group with { Owners = [] });
    }

    public static Task JoinsGroup(this Scene scene, GroupId id, TestPerson person) =>
        scene.ChangesGroup(id, group => group with { Members = [.. group.Members, new PersonId(person.Id)] });

    /// <summary>Whatever is assigned to this person alone is gone, and every membership.</summary>
    public static async Task LosesEverything(this Scene scene, TestPerson person)
    {
        foreach (var group in new[] { Contoso.HelpdeskGroup, Contoso.IdentityApprovers })
        {
            await scene.RemovesFromGroup(group, person);
        }

        await scene.Changes(
            async (work, stop) =>
            {
                foreach (var assignment in await work.Assignments.OfAsync(new PersonId(person.Id), stop))
                {
                    work.Assignments.Remove(assignment);
                }
            }
        );
    }

    /// <summary>Nobody holds Global Administrator any more; Alice, Bob, his second account and Carol are eligible.</summary>
    public static async Task HasNoGlobalAdministrator(this Scene scene)
    {
        foreach (var account in new[] { "Emergency access 1", "Emergency access 2" })
        {
            await scene.RemovesAssignments(Contoso.GlobalAdministrator, scene.Person(account));
        }
    }

    private static Task ChangesGroup(this Scene scene, GroupId id, Func<Group, Group> change) =>
        scene.Changes(
            async (work, stop) =>
            {
                var group = Assert.Single(await work.Directory.GroupsAsync([id], stop));
                await work.Directory.UpdateAsync(change(group), stop);
            }
        );
}
