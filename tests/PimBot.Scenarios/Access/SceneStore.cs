using Microsoft.Extensions.DependencyInjection;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;
using PimBot.Domain.Policies;
using PimBot.Testing;

namespace PimBot.Scenarios.Access;

/// <summary>What happens in the directory behind the bot's back, and what the store says.</summary>
internal static class SceneStore
{
    public static Task<T> Reads<T>(this Scene scene, Func<IPimUnitOfWork, CancellationToken, Task<T>> read) =>
        scene.Services.GetRequiredService<IPimStore>().ReadAsync(read, TestContext.Current.CancellationToken);

    public static Task Changes(this Scene scene, Func<IPimUnitOfWork, CancellationToken, Task> change) =>
        scene
            .Services.GetRequiredService<IPimStore>()
            .CommitAsync(
                async (work, stop) =>
                {
                    await change(work, stop);
                    return true;
                },
                TestContext.Current.CancellationToken
            );

    /// <summary>An administrator changes the policy of a role.</summary>
    public static Task ChangesPolicy(
        this Scene scene,
        RoleScope access,
        Func<ActivationPolicy, ActivationPolicy> change
    ) =>
        scene.Changes(
            async (work, stop) =>
            {
                var policy = await work.Directory.PolicyAsync(access, stop);
                await work.Directory.UpdateAsync(policy with { Activation = change(policy.Activation) }, stop);
            }
        );

    /// <summary>An administrator turns the notification of activations on.</summary>
    public static Task ChangesNotification(this Scene scene, RoleScope access) =>
        scene.Changes(
            async (work, stop) =>
            {
                var policy = await work.Directory.PolicyAsync(access, stop);
                await work.Directory.UpdateAsync(policy with { Notify = NotificationEvents.Activation }, stop);
            }
        );

    /// <summary>A person leaves a group.</summary>
    public static Task RemovesFromGroup(this Scene scene, GroupId id, TestPerson person) =>
        scene.Changes(
            async (work, stop) =>
            {
                var group = Assert.Single(await work.Directory.GroupsAsync([id], stop));
                var members = group.Members.Where(member => member.Value != person.Id).ToList();
                await work.Directory.UpdateAsync(group with { Members = members }, stop);
            }
        );

    /// <summary>A person loses every direct assignment of a role at a scope.</summary>
    public static Task RemovesAssignments(this Scene scene, RoleScope access, TestPerson person) =>
        scene.Changes(
            async (work, stop) =>
            {
                foreach (var assignment in await work.Assignments.ToAsync(access.Role, stop))
                {
                    if (assignment.Access == access && assignment.Person?.Value == person.Id)
                    {
                        work.Assignments.Remove(assignment);
                    }
                }
            }
        );

    /// <summary>An assignment is made by an administrator.</summary>
    public static Task Assigns(this Scene scene, TestPerson person, RoleScope access, AssignmentType type) =>
        scene.Changes(
            (work, _) =>
            {
                work.Assignments.Add(
                    new Assignment
                    {
                        Id = Guid.NewGuid(),
                        Person = new PersonId(person.Id),
                        Access = access,
                        Type = type,
                    }
                );
                return Task.CompletedTask;
            }
        );

    /// <summary>Somebody's account is disabled.</summary>
    public static Task Disables(this Scene scene, TestPerson person) =>
        scene.Changes(
            async (work, stop) =>
            {
                var found = await work.Directory.FindPersonAsync(new PersonId(person.Id), stop);
                await work.Directory.UpdateAsync(found! with { Enabled = false }, stop);
            }
        );

    /// <summary>The only request that this person ever made.</summary>
    public static Task<ActivationRequest> TheRequestOf(this Scene scene, TestPerson person) =>
        scene.Reads(
            async (work, stop) => Assert.Single(await work.Requests.OfAsync(new PersonId(person.Id), 10, stop))
        );

    /// <summary>The whole audit.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> Audit(this Scene scene)
    {
        var all = new List<AuditEntry>();
        while (true)
        {
            var after = all.Count == 0 ? 0 : all[^1].Sequence;
            var next = await scene.Reads((work, stop) => work.Audit.ReadAsync(after, 500, stop));
            if (next.Count == 0)
            {
                return all;
            }

            all.AddRange(next);
        }
    }

    public static async Task<int> CountsAudited(this Scene scene, AuditAction action) =>
        (await scene.Audit()).Count(entry => entry.Event.Action == action);

    public static ILocalAccessTable Target(this Scene scene) => scene.Services.GetRequiredService<ILocalAccessTable>();
}
