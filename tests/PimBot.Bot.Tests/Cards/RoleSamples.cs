using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Tests.Cards;

/// <summary>The list of roles, with a row in each state, and as long as it gets; and the running activations.</summary>
internal static class RoleSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        new(typeof(RolesCard), "every-row-state", EveryRow, IsFullest: true),
        new(
            typeof(RolesCard),
            "more-than-fit",
            c => RolesOf("Which role?", [.. Enumerable.Range(1, 15).Select(i => Row(c, $"Sample Administrator {i}"))])
        ),
        new(
            typeof(RolesCard),
            "only-always-active",
            c => RolesCard.For("Your roles", [], [Standing(c)], RequestViews.Now, RequestViews.Zone)
        ),
        new(
            typeof(ActiveCard),
            "which-shall-end",
            c =>
                ActiveCard.For(
                    "Which one shall end?",
                    [Held(c, "Exchange Administrator"), Held(c, "Helpdesk Administrator")],
                    RequestViews.Now,
                    RequestViews.Zone
                )
        ),
        new(
            typeof(ActiveCard),
            "more-than-fit",
            c =>
                ActiveCard.For(
                    "Which one needs more time?",
                    [.. Enumerable.Range(1, 10).Select(i => Held(c, $"Sample Administrator {i}"))],
                    RequestViews.Now,
                    RequestViews.Zone
                ),
            IsFullest: true
        ),
    ];

    public static HeldAccess Held(Cast cast, string role) =>
        new(
            cast.RoleNamed(role),
            cast.Scope,
            RequestViews.Now + TimeSpan.FromMinutes(55),
            RequestViews.GrantOf(RequestViews.Pending(cast))
        );

    public static HeldAccess Standing(Cast cast) => new(cast.RoleNamed("Global Reader"), cast.Scope, null, null);

    private static Channel.Cards.AdaptiveCard EveryRow(Cast cast) =>
        RolesCard.For(
            "Your roles",
            [
                Row(cast, "Exchange Administrator") with
                {
                    Active = RequestViews.GrantOf(RequestViews.Pending(cast)),
                },
                Row(cast, "Global Administrator") with
                {
                    Pending = RequestViews.Pending(cast).Request,
                },
                Row(cast, "User Administrator") with
                {
                    Pending = RequestViews.In(cast, RequestState.AwaitingVerification).Request,
                },
                Row(cast, "Security Administrator") with
                {
                    Pending = RequestViews.Later(RequestViews.In(cast, RequestState.Granted)).Request,
                },
                Row(cast, "Helpdesk Administrator"),
                Row(cast, "Virtual Machine Contributor") with
                {
                    Scope = cast.ScopeNamed("payments"),
                    Until = RequestViews.Now + TimeSpan.FromDays(180),
                },
            ],
            [Standing(cast), Held(cast, "Exchange Administrator")],
            RequestViews.Now,
            RequestViews.Zone
        );

    private static Channel.Cards.AdaptiveCard RolesOf(string heading, IReadOnlyList<EligibleAccess> roles) =>
        RolesCard.For(heading, roles, [], RequestViews.Now, RequestViews.Zone);

    private static EligibleAccess Row(Cast cast, string role) =>
        new(cast.RoleNamed(role), cast.Scope, null, RolePolicy.Default(cast.Access), null, null);
}
