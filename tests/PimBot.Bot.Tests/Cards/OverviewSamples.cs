using PimBot.Bot.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Tests.Cards;

/// <summary>Lists of requests, a person's status, and what administrators are told.</summary>
internal static class OverviewSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        new(typeof(RequestsCard), "several", Several),
        new(
            typeof(RequestsCard),
            "ten-open",
            c =>
                RequestsCard.For(
                    "Which request shall be canceled?",
                    [.. Enumerable.Repeat(RequestViews.Pending(c), 10)],
                    RequestViews.Zone
                ),
            IsFullest: true
        ),
        new(typeof(StatusCard), "nothing", _ => StatusCard.For([], [], 0, RequestViews.Now, RequestViews.Zone)),
        new(
            typeof(StatusCard),
            "active-pending-and-one-to-decide",
            c =>
                StatusCard.For(
                    [RoleSamples.Held(c, "Exchange Administrator"), RoleSamples.Standing(c)],
                    [RequestViews.Pending(c)],
                    1,
                    RequestViews.Now,
                    RequestViews.Zone
                )
        ),
        new(
            typeof(StatusCard),
            "more-than-fit",
            c =>
                StatusCard.For(
                    [.. Enumerable.Range(1, 8).Select(i => RoleSamples.Held(c, $"Sample Administrator {i}"))],
                    [.. Enumerable.Repeat(RequestViews.Pending(c), 8)],
                    12,
                    RequestViews.Now,
                    RequestViews.Zone
                ),
            IsFullest: true
        ),
        new(
            typeof(AdministratorCard),
            "activated",
            c =>
                AdministratorCard.Activated(
                    RequestViews.Approved(c, RequestState.Provisioned).With(GrantState.Active),
                    RequestViews.Zone
                )
        ),
        new(
            typeof(AdministratorCard),
            "removal-delayed",
            c =>
                AdministratorCard.RevocationDelayed(
                    RequestViews.Over(c, RequestState.Revoked).With(GrantState.Revoking, 4, GrantEndCause.Expired),
                    RequestViews.Zone
                ),
            IsFullest: true
        ),
    ];

    private static Channel.Cards.AdaptiveCard Several(Cast cast) =>
        RequestsCard.For(
            "Your requests",
            [
                RequestViews.Pending(cast),
                RequestViews.In(cast, RequestState.AwaitingVerification),
                RequestViews.Approved(cast, RequestState.Provisioned).With(GrantState.Active),
                RequestViews.Denied(cast),
                RequestViews.Over(cast, RequestState.Canceled),
            ],
            RequestViews.Zone
        );
}
