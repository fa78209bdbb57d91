using PimBot.Bot.Cards;

namespace PimBot.Bot.Tests.Cards;

/// <summary>The weekly digest.</summary>
internal static class DigestSamples
{
    private static readonly DateTimeOffset Now = RequestViews.Now;

    public static IReadOnlyList<CardSample> All { get; } =
    [
        new(typeof(DigestCard), "quiet-week", _ => DigestCard.For(Quiet, RequestViews.Zone)),
        new(typeof(DigestCard), "full-week", c => DigestCard.For(Full(c), RequestViews.Zone), IsFullest: true),
    ];

    private static WeekView Quiet =>
        new()
        {
            Since = Now - TimeSpan.FromDays(7),
            Now = Now,
            Activations = [],
            Assigned = [],
            WaitingForApproval = 0,
            WaitingForAdministrators = 0,
            EndingSoon = [],
        };

    private static WeekView Full(Cast cast) =>
        Quiet with
        {
            Activations =
            [
                (cast.RoleNamed("Exchange Administrator").Name, 14),
                (cast.Role.Name, 3),
                (cast.RoleNamed("Helpdesk Administrator").Name, 2),
                (cast.RoleNamed("User Administrator").Name, 2),
                (cast.RoleNamed("Teams Administrator").Name, 1),
                (cast.RoleNamed("Global Reader").Name, 1),
                (cast.RoleNamed("Owner").Name, 1),
            ],
            Assigned =
            [
                (cast.Role.Name, cast.Alice.Name, "eligible"),
                (cast.RoleNamed("Helpdesk Administrator").Name, cast.Bob.Name, "active"),
            ],
            Alerts = [.. AlertSamples.Many(cast).Where(a => a.IsActive)],
            WaitingForApproval = 2,
            WaitingForAdministrators = 1,
            EndingSoon =
            [
                .. Enumerable
                    .Range(1, 7)
                    .Select(i => (cast.RoleNamed("Owner").Name, cast.Carol.Name, Now + TimeSpan.FromDays(i))),
            ],
        };
}
