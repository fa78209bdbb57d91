using PimBot.Application.Policies;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Wording;

/// <summary>A role's settings in words that people understand.</summary>
internal static class PolicyWords
{
    /// <summary>The limits that are offered for the end of assignments (PIM's), with what a month or a year counts.</summary>
    public static readonly IReadOnlyList<(string Name, int Days)> Periods =
    [
        ("15 days", 15),
        ("1 month (30 days)", 30),
        ("3 months (90 days)", 90),
        ("6 months (180 days)", 180),
        ("1 year (365 days)", 365),
    ];

    /// <summary>"Multi-factor authentication, a reason"; "nothing".</summary>
    public static string Required(ActivationPolicy policy) =>
        List(Requirements(policy.Require, policy.AuthenticationContext));

    /// <inheritdoc cref="Required(ActivationPolicy)"/>
    public static string Required(AssignmentPolicy policy) => List(Requirements(policy.Require, null));

    public static string Longest(AssignmentPolicy policy) =>
        policy.Maximum is { } maximum ? $"At most {Words.Duration(maximum)}" : "Permanent is allowed";

    /// <summary>"Bob Berg, the group Identity approvers, everybody with Global Administrator".</summary>
    public static string Approvers(IReadOnlyList<ApproverName> approvers, RoleKind kind) =>
        (approvers.Count, kind) switch
        {
            (0, RoleKind.DirectoryRole) => "Privileged Role and Global Administrators (nobody is named)",
            (0, _) => "nobody",
            _ => string.Join(", ", approvers.Select(Approver)),
        };

    /// <summary>"24 hours", "14 days"; in hours up to three days, as approvers count.</summary>
    public static string Window(TimeSpan window) =>
        window == TimeSpan.FromDays(1) ? "24 hours" : Words.Duration(window);

    private static string Approver(ApproverName approver) =>
        approver switch
        {
            { IsGone: true } => $"{approver.Name} (gone from the directory)",
            { Reference.Group: not null } => $"the group {approver.Name}",
            { Reference.Role: not null } => $"everybody with {approver.Name}",
            _ => approver.Name,
        };

    private static IEnumerable<string> Requirements(ActivationRequirements require, string? context)
    {
        if (require.HasFlag(ActivationRequirements.Mfa))
        {
            yield return "multi-factor authentication";
        }

        if (context is not null)
        {
            yield return $"authentication context {context}";
        }

        if (require.HasFlag(ActivationRequirements.Justification))
        {
            yield return "a reason";
        }

        if (require.HasFlag(ActivationRequirements.Ticket))
        {
            yield return "a ticket";
        }
    }

    private static string List(IEnumerable<string> words) =>
        string.Join(", ", words) is { Length: > 0 } list ? char.ToUpperInvariant(list[0]) + list[1..] : "Nothing";
}
