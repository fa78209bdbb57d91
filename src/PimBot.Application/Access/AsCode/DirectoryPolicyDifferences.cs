using PimBot.Domain.Policies;

namespace PimBot.Application.Access.AsCode;

/// <summary>In what two policies of a role differ, and what each difference means: a stricter rule applies to requests under way, a looser one does not (PIM's rule).</summary>
internal sealed class DirectoryPolicyDifferences(DirectoryNames names)
{
    private const string UnderWay = "applies to requests under way";
    private const string NewRequests = "applies to new requests only";
    private const string NewAssignments = "applies to new assignments";
    private const string None = "none";

    /// <summary>Empty when both have the same effect, however they are written.</summary>
    public IReadOnlyList<DirectoryDetail> Between(RolePolicy before, RolePolicy after) =>
        [
            .. Activation(before.Activation, after.Activation),
            .. Approval(before.Activation, after.Activation),
            .. Assignment("eligible", before.Eligible, after.Eligible),
            .. Assignment("active", before.Active, after.Active),
            .. DirectoryNotificationWords.Between(before, after),
        ];

    private static IEnumerable<DirectoryDetail> Activation(ActivationPolicy before, ActivationPolicy after)
    {
        if (before.Maximum != after.Maximum)
        {
            yield return Bound(
                "longest activation",
                DirectoryPeriodWords.Duration(before.Maximum),
                DirectoryPeriodWords.Duration(after.Maximum),
                after.Maximum < before.Maximum
            );
        }

        foreach (var (word, flag) in Requirements)
        {
            if (before.Requires(flag) != after.Requires(flag))
            {
                yield return Bound(
                    $"{word} on activation",
                    Required(before.Requires(flag)),
                    Required(after.Requires(flag)),
                    after.Requires(flag)
                );
            }
        }

        if (before.AuthenticationContext != after.AuthenticationContext)
        {
            yield return Bound(
                "authentication context",
                before.AuthenticationContext ?? None,
                after.AuthenticationContext ?? None,
                after.AuthenticationContext is not null
            );
        }
    }

    private IEnumerable<DirectoryDetail> Approval(ActivationPolicy before, ActivationPolicy after)
    {
        if (!before.Approvers.ToHashSet().SetEquals(after.Approvers))
        {
            yield return new("approvers", Approvers(before), Approvers(after)) { Applies = UnderWay };
        }

        if (before.Window != after.Window)
        {
            yield return Bound(
                "time to decide",
                DirectoryPeriodWords.Duration(before.Window),
                DirectoryPeriodWords.Duration(after.Window),
                after.Window < before.Window
            );
        }

        if (before.IsDecisionReasonRequired != after.IsDecisionReasonRequired)
        {
            yield return Bound(
                "approver's reason",
                Required(before.IsDecisionReasonRequired),
                Required(after.IsDecisionReasonRequired),
                after.IsDecisionReasonRequired
            );
        }

        if (before.Channel != after.Channel)
        {
            yield return new("approvers' channel", Channel(before.Channel), Channel(after.Channel))
            {
                Applies = UnderWay,
            };
        }
    }

    private static IEnumerable<DirectoryDetail> Assignment(string type, AssignmentPolicy before, AssignmentPolicy after)
    {
        if (before.Maximum != after.Maximum)
        {
            yield return New(
                $"longest {type} assignment",
                before.Maximum is { } old ? DirectoryPeriodWords.Duration(old) : "permanent",
                after.Maximum is { } now ? DirectoryPeriodWords.Duration(now) : "permanent",
                before.Maximum is null || after.Maximum < before.Maximum
            );
        }

        if (before.OfferedMaximum != after.OfferedMaximum)
        {
            yield return new($"offered length of {type} assignments", Offered(before), Offered(after));
        }

        foreach (var (word, flag) in Requirements)
        {
            if (before.Require.HasFlag(flag) != after.Require.HasFlag(flag))
            {
                var required = after.Require.HasFlag(flag);
                yield return New($"{word} on {type} assignment", Required(!required), Required(required), required);
            }
        }
    }

    private static readonly (string Word, ActivationRequirements Flag)[] Requirements =
    [
        ("MFA", ActivationRequirements.Mfa),
        ("justification", ActivationRequirements.Justification),
        ("ticket", ActivationRequirements.Ticket),
        ("approval", ActivationRequirements.Approval),
    ];

    private static DirectoryDetail Bound(string what, string before, string after, bool isStricter) =>
        new(what, before, after)
        {
            Effect = isStricter ? DirectoryEffect.Stricter : DirectoryEffect.Looser,
            Applies = isStricter ? UnderWay : NewRequests,
        };

    private static DirectoryDetail New(string what, string before, string after, bool isStricter) =>
        new(what, before, after)
        {
            Effect = isStricter ? DirectoryEffect.Stricter : DirectoryEffect.Looser,
            Applies = NewAssignments,
        };

    private string Approvers(ActivationPolicy policy)
    {
        if (policy.Approvers.Count > 0)
        {
            return string.Join(", ", policy.Approvers.Select(Approver));
        }

        return policy.Requires(ActivationRequirements.Approval) ? "the default approvers" : None;
    }

    private string Approver(ApproverReference approver) =>
        approver switch
        {
            { Person: { } person } => names.Of(person),
            { Group: { } group } => $"group {names.Of(group)}",
            { Role: { } role } => $"holders of {names.Of(role)}",
            _ => None,
        };

    private static string Channel(ApproversChannel? channel) =>
        channel switch
        {
            null => None,
            { IsInsteadOfDirectMessages: true } => $"{channel.Name} only ({channel.Conversation})",
            _ => $"{channel.Name} ({channel.Conversation})",
        };

    private static string Offered(AssignmentPolicy policy) =>
        policy.OfferedMaximum is { } offered ? DirectoryPeriodWords.Duration(offered) : "the default";

    private static string Required(bool isRequired) => isRequired ? "required" : "not required";
}
