using PimBot.Domain.Access;

namespace PimBot.Domain.Reviews;

/// <summary>What PimBot recommends about one item.</summary>
/// <param name="Verdict">Approve or deny.</param>
/// <param name="Reason">Why.</param>
public sealed record ReviewRecommendation(ReviewVerdict Verdict, RecommendationReason Reason)
{
    /// <summary>Who signed in or activated within this time is recommended to stay (PIM's rule).</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <summary>Approve when the person, or any of a group, signed in or activated within 30 days, else deny.</summary>
    /// <param name="people">The person, or the members of the group.</param>
    /// <param name="lastSignIn">The newest sign-in of any of them.</param>
    /// <param name="lastActivation">The newest activation of the role by any of them.</param>
    /// <param name="now">The review's start.</param>
    public static ReviewRecommendation For(
        IReadOnlyCollection<Person> people,
        DateTimeOffset? lastSignIn,
        DateTimeOffset? lastActivation,
        DateTimeOffset now
    ) =>
        people.Any(p => p.Kind is PersonKind.Emergency)
            ? new(ReviewVerdict.Approve, RecommendationReason.EmergencyAccount)
        : now - lastSignIn <= Lately ? new(ReviewVerdict.Approve, RecommendationReason.SignedInLately)
        : now - lastActivation <= Lately ? new(ReviewVerdict.Approve, RecommendationReason.ActivatedLately)
        : new(
            ReviewVerdict.Deny,
            lastSignIn is null && lastActivation is null
                ? RecommendationReason.NeverSeen
                : RecommendationReason.NotSeenLately
        );
}
