using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>Holds one policy against <see cref="PolicyValidation"/>, as when it is saved elsewhere, and puts each fault where the file can be mended.</summary>
/// <param name="policy">The policy's place, for faults that belong nowhere else.</param>
internal sealed class DirectoryPolicyCheck(DirectoryCursor policy)
{
    /// <summary>Where a fault belongs, below its part of the policy, and what it is called there.</summary>
    private static readonly Dictionary<string, (string Key, string Words)> InTheFile = new(StringComparer.Ordinal)
    {
        ["MfaCannotBeSwitchedOff"] = ("require", "must contain mfa: for this role it can't be switched off"),
        ["UnknownAuthenticationContext"] = ("authenticationContext", "must be one of c1 to c99"),
        ["MfaAndContext"] = (
            "authenticationContext",
            "takes the place of mfa: give it together with a require that does not contain mfa"
        ),
        ["ApproversWithoutApproval"] = ("approvers", "names approvers, but require does not contain approval"),
        ["ApproverRequired"] = (
            "approvers",
            "must name at least one approver: only directory roles have default approvers"
        ),
        ["TwoMaximums"] = ("offeredMaximum", "is for roles without a maximum: a maximum is either enforced or offered"),
        ["TooManyRecipients"] = ("further", $"has more than {NotificationRule.MostFurtherRecipients} addresses"),
        ["NotAnAddress"] = ("further", "must be a list of mail addresses"),
    };

    private static readonly string[] OfActivation =
    [
        PolicyRuleIds.ActivationExpiration,
        PolicyRuleIds.ActivationEnablement,
        PolicyRuleIds.ActivationContext,
        PolicyRuleIds.ActivationApproval,
    ];

    private readonly Dictionary<string, DirectoryCursor> _parts = new(StringComparer.Ordinal);
    private bool _isRequireRead = true;

    /// <param name="at">The activation part.</param>
    /// <param name="isRequireRead">Whether what it requires could be read; if not, nothing that follows from it is judged.</param>
    public void Activation(DirectoryCursor at, bool isRequireRead)
    {
        _isRequireRead = isRequireRead;
        Add(at, OfActivation);
    }

    public void Eligible(DirectoryCursor? at) =>
        Add(at, PolicyRuleIds.EligibleExpiration, PolicyRuleIds.EligibleEnablement);

    public void Active(DirectoryCursor? at) => Add(at, PolicyRuleIds.ActiveExpiration, PolicyRuleIds.ActiveEnablement);

    public void Notification(string rule, DirectoryCursor at) => Add(at, rule);

    public void Run(RolePolicy read, Role role)
    {
        foreach (var fault in PolicyValidation.Check(read, role).Where(IsJudged))
        {
            if (!_parts.TryGetValue(fault.Rule, out var part) || !InTheFile.TryGetValue(fault.Code, out var known))
            {
                (part ?? policy).Fault(fault.Words);
                continue;
            }

            var at = Find(part, known.Key);
            // What is named and leads nowhere is a fault of its own already.
            if (fault.Code != "ApproverRequired" || at.Node.Items.Count == 0)
            {
                at.Fault(fault.Code is "NotAnAddress" ? $"{known.Words}: {fault.Words}" : known.Words);
            }
        }
    }

    private void Add(DirectoryCursor? at, params ReadOnlySpan<string> rules)
    {
        foreach (var rule in rules)
        {
            if (at is not null)
            {
                _parts[rule] = at;
            }
        }
    }

    private bool IsJudged(PolicyFault fault) =>
        _isRequireRead || !OfActivation.Contains(fault.Rule, StringComparer.Ordinal);

    private static DirectoryCursor Find(DirectoryCursor part, string key) =>
        part.Node.Members.FirstOrDefault(m => m.Key == key && m.Value.Kind is not DirectoryNodeKind.Null) is { } member
            ? part.Under(member)
            : part.AtMissing(key);
}
