using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Application.Policies;

/// <summary>Reads a role's settings for the eyes of those who may see them.</summary>
public static class PolicyReader
{
    /// <summary>Null when there is no such role there, or the reader may not see its settings.</summary>
    public static async Task<PolicyView?> ViewAsync(
        IPimUnitOfWork work,
        PersonId reader,
        RoleScope access,
        CancellationToken cancellation
    )
    {
        var right = await AdministratorRights.OverAsync(work, reader, access, cancellation);
        var role = await work.Directory.FindRoleAsync(access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([access.Scope], cancellation)).SingleOrDefault();
        if (
            right is AdministrationRight.None
            || role is null
            || scope is null
            || !Scope.Fits(role.Kind, scope.Kind)
            || await work.Directory.FindPersonAsync(reader, cancellation) is not { } person
        )
        {
            return null;
        }

        var policy = await work.Directory.FindPolicyAsync(access, cancellation);
        var known = policy ?? await work.Directory.PolicyAsync(access, cancellation);
        var view = new PolicyView
        {
            Role = role,
            Scope = scope,
            Policy = known,
            Right = right,
            IsDefault = policy is null,
            Approvers = await NamesAsync(work, known.Activation.Approvers, cancellation),
        };
        return await WithRequestsAsync(work, view, person, cancellation);
    }

    /// <summary>The names of approvers, in the same order.</summary>
    public static async Task<IReadOnlyList<ApproverName>> NamesAsync(
        IPimUnitOfWork work,
        IReadOnlyList<ApproverReference> approvers,
        CancellationToken cancellation
    )
    {
        var people = (
            await work.Directory.PeopleAsync([.. approvers.Select(a => a.Person).OfType<PersonId>()], cancellation)
        ).ToDictionary(p => p.Id);
        var groups = (
            await work.Directory.GroupsAsync([.. approvers.Select(a => a.Group).OfType<GroupId>()], cancellation)
        ).ToDictionary(g => g.Id);
        var roles = (await work.Directory.RolesAsync(cancellation)).ToDictionary(r => r.Id);
        return
        [
            .. approvers.Select(a =>
                a.Person is { } id
                    ? people.GetValueOrDefault(id) is { } person
                        ? new ApproverName(a, person.Name, person.Upn ?? person.Mail, false)
                        : Gone(a, id.Value)
                    : a.Group is { } groupId
                        ? groups.GetValueOrDefault(groupId) is { } group
                            ? new ApproverName(a, group.Name, null, false)
                            : Gone(a, groupId.Value)
                        : roles.GetValueOrDefault(a.Role!.Value) is { } role
                            ? new ApproverName(a, role.Name, null, false)
                            : Gone(a, a.Role!.Value.Value)
            ),
        ];
    }

    private static ApproverName Gone(ApproverReference reference, string id) => new(reference, id, null, true);

    private static async Task<PolicyView> WithRequestsAsync(
        IPimUnitOfWork work,
        PolicyView view,
        Person reader,
        CancellationToken cancellation
    )
    {
        var pending = await work.Requests.PendingForAsync(view.Policy.Access, cancellation);
        var people = (
            await work.Directory.PeopleAsync([.. pending.Select(r => r.Requester).Distinct()], cancellation)
        ).ToDictionary(p => p.Id);
        bool IsOwn(ActivationRequest r) => people.GetValueOrDefault(r.Requester)?.IsSameHumanAs(reader) is true;
        var others = pending.Where(r => !IsOwn(r)).ToList();
        return view with
        {
            UnderWay = others,
            Requesters = [.. others.Select(r => people.GetValueOrDefault(r.Requester)?.Name ?? "someone who left")],
            HasOwnUnderWay = others.Count < pending.Count,
        };
    }
}
