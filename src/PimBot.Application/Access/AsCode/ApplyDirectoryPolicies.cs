using PimBot.Application.Policies;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access.AsCode;

/// <summary>Carries out a plan's changes of settings. A policy that the file lacks becomes the published default.</summary>
internal static class ApplyDirectoryPolicies
{
    /// <param name="applying">The file.</param>
    /// <param name="edits">What is to be changed.</param>
    /// <param name="mayWait">Whether what lacks nothing but an approver may wait for assignments that make one.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>What must wait.</returns>
    public static async Task<IReadOnlyList<DirectoryEdit<RolePolicy>>> RunAsync(
        DirectoryApplying applying,
        IReadOnlyList<DirectoryEdit<RolePolicy>> edits,
        bool mayWait,
        CancellationToken cancellation
    )
    {
        var later = new List<DirectoryEdit<RolePolicy>>();
        foreach (var edit in edits)
        {
            var policy = edit.After ?? RolePolicy.Default(edit.Before!.Access);
            if (mayWait && await LacksApproverAsync(applying, policy, cancellation))
            {
                later.Add(edit);
                continue;
            }

            var command = new ChangePolicyCommand(applying.Actor, policy) { IsByOperator = applying.IsByOperator };
            var decision = await ChangePolicy.RunAsync(applying.Work, command, cancellation);
            if (decision.Refusal is { } refusal)
            {
                applying.Refuse(applying.Names.Of(policy.Access), DirectoryRefusalWords.Of(refusal));
            }
        }

        return later;
    }

    private static async Task<bool> LacksApproverAsync(
        DirectoryApplying applying,
        RolePolicy policy,
        CancellationToken cancellation
    )
    {
        var role = await applying.Work.Directory.FindRoleAsync(policy.Access.Role, cancellation);
        var scope = (await applying.Work.Directory.ScopesAsync([policy.Access.Scope], cancellation)).SingleOrDefault();
        return role is not null
            && scope is not null
            && await ChangePolicy.CheckAsync(applying.Work, policy, role, scope, cancellation)
                is { Code: ReasonCode.LastApprover };
    }
}
