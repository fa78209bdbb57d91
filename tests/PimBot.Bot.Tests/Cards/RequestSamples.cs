using PimBot.Application.Activations;
using PimBot.Bot.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Tests.Cards;

/// <summary>The requester's card in every state, and the reminder before the end.</summary>
internal static class RequestSamples
{
    private static readonly Uri Link = new("https://pimbot.contoso.example/verify/5eed0000000040008000000000000001");

    public static IReadOnlyList<CardSample> All { get; } =
    [
        Of("awaiting-verification", c => RequestViews.In(c, RequestState.AwaitingVerification)),
        new(
            typeof(RequestCard),
            "awaiting-verification-not-set-up",
            c =>
                RequestCard.For(
                    RequestViews.In(c, RequestState.AwaitingVerification),
                    Extras() with
                    {
                        VerificationLink = null,
                    }
                )
        ),
        Of("pending-approval", RequestViews.Pending),
        new(typeof(RequestCard), "pending-approval-some-unreachable", c => Show(RequestViews.Pending(c), c.Carol)),
        new(
            typeof(RequestCard),
            "pending-approval-all-unreachable",
            c => Show(RequestViews.Pending(c), c.Bob, c.Carol, c.Frank)
        ),
        Of("granted-for-later", c => RequestViews.Later(RequestViews.Approved(c, RequestState.Granted))),
        Of("granted-for-later-without-approval", c => RequestViews.Later(RequestViews.In(c, RequestState.Granted))),
        Of("provisioning", c => RequestViews.In(c, RequestState.PendingProvisioning).With(GrantState.Provisioning)),
        Of(
            "provisioning-delayed",
            c => RequestViews.In(c, RequestState.PendingProvisioning).With(GrantState.Provisioning, failures: 3)
        ),
        Of("active", c => RequestViews.In(c, RequestState.Provisioned).With(GrantState.Active)),
        new(
            typeof(RequestCard),
            "active-after-approval",
            c => Show(RequestViews.Approved(c, RequestState.Provisioned).With(GrantState.Active), c.Carol),
            IsFullest: true
        ),
        Of("extension-pending", c => RequestViews.Extending(RequestViews.Pending(c).With(GrantState.Active))),
        Of(
            "extension-active",
            c => RequestViews.Extending(RequestViews.Approved(c, RequestState.Provisioned).With(GrantState.Active))
        ),
        Of("denied", RequestViews.Denied),
        Of("canceled", c => RequestViews.Over(c, RequestState.Canceled)),
        Of(
            "timed-out-before-verification",
            c => RequestViews.Over(c, RequestState.TimedOut, ReasonCode.VerificationWindowPassed)
        ),
        Of(
            "timed-out-before-decision",
            c => RequestViews.Over(c, RequestState.TimedOut, ReasonCode.DecisionWindowPassed)
        ),
        Of("failed", c => RequestViews.Over(c, RequestState.Failed, ReasonCode.TargetRefused)),
        Of("failed-rules-stricter", c => RequestViews.Over(c, RequestState.Failed, ReasonCode.PolicyTightened)),
        Of(
            "revoked-expired",
            c =>
                RequestViews
                    .Over(c, RequestState.Revoked)
                    .With(GrantState.Revoked, end: GrantEndCause.Expired)
                    .AnHourLater()
        ),
        Of(
            "revoked-by-holder",
            c => RequestViews.Over(c, RequestState.Revoked).With(GrantState.Revoked, end: GrantEndCause.EndedByHolder)
        ),
        Of(
            "revoked-removal-delayed",
            c =>
                RequestViews
                    .Over(c, RequestState.Revoked)
                    .With(GrantState.Revoking, 4, GrantEndCause.Expired)
                    .AnHourLater()
        ),
        new(
            typeof(RequestCard),
            "superseded",
            c =>
                RequestCard.For(
                    RequestViews.In(c, RequestState.Provisioned).With(GrantState.Active),
                    Extras() with
                    {
                        IsSuperseded = true,
                    }
                )
        ),
        new(
            typeof(EndIsNearCard),
            "fourteen-minutes",
            c =>
                EndIsNearCard.For(
                    RequestViews.In(c, RequestState.Provisioned).With(GrantState.Active) with
                    {
                        Now = RequestViews.Now + TimeSpan.FromMinutes(41),
                    },
                    RequestViews.Zone
                ),
            IsFullest: true
        ),
    ];

    private static CardSample Of(string state, Func<Cast, RequestView> view) =>
        new(typeof(RequestCard), state, c => Show(view(c)));

    private static Channel.Cards.AdaptiveCard Show(RequestView view, params Person[] unreachable) =>
        RequestCard.For(view, Extras() with { Unreachable = unreachable.Select(p => p.Id).ToHashSet() });

    private static RequestCardExtras Extras() => new(RequestViews.Zone, new HashSet<PersonId>(), Link);
}
