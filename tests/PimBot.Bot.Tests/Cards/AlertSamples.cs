using PimBot.Application.Access;
using PimBot.Application.Alerts;
using PimBot.Bot.Alerts;
using PimBot.Bot.Cards;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Bot.Tests.Cards;

/// <summary>The cards of alerts.</summary>
internal static class AlertSamples
{
    private static readonly DateTimeOffset Now = RequestViews.Now;

    public static IReadOnlyList<CardSample> All { get; } =
    [
        new(
            typeof(AlertsCard),
            "nothing",
            c => AlertsCard.For(new AlertList(Quiet(c), Now, Now), 0, RequestViews.Zone)
        ),
        new(
            typeof(AlertsCard),
            "many",
            c => AlertsCard.For(new AlertList(Many(c), Now, Now), 0, RequestViews.Zone, "I look now."),
            IsFullest: true
        ),
        new(
            typeof(AlertsCard),
            "last-page",
            c => AlertsCard.For(new AlertList(Many(c), Now, Now), 1, RequestViews.Zone)
        ),
        new(typeof(AlertsCard), "which", c => AlertsCard.Choice([.. Many(c).Take(3)])),
        new(
            typeof(AlertCard),
            "outside-for-a-manager",
            c => AlertCard.For(Page(c, Outside, 14, 1, 6), null, RequestViews.Zone),
            IsFullest: true
        ),
        new(
            typeof(AlertCard),
            "stale-for-a-reader",
            c =>
                AlertCard.For(
                    Page(c, AlertKind.StaleSignIn, 2, 0, 2, AdministrationRight.View),
                    null,
                    RequestViews.Zone
                )
        ),
        new(
            typeof(AlertCard),
            "stale-dismissed",
            c => AlertCard.For(Dismissed(Page(c, AlertKind.StaleSignIn, 2, 0, 2), c), c.Frank.Name, RequestViews.Zone)
        ),
        new(
            typeof(AlertCard),
            "stale-dismissed-just-now",
            c =>
                AlertCard.For(
                    Dismissed(Page(c, AlertKind.StaleSignIn, 2, 0, 2), c),
                    c.Frank.Name,
                    RequestViews.Zone,
                    new AlertOutcome(Done: AlertDoneWords.Dismissed(c.Typed))
                )
        ),
        new(
            typeof(AlertCard),
            "mfa",
            c => AlertCard.For(Page(c, AlertKind.NoMfaOnRoleActivation, 2, 0, 2), null, RequestViews.Zone)
        ),
        new(
            typeof(AlertCard),
            "frequent-with-a-problem",
            c =>
                AlertCard.For(
                    Page(c, AlertKind.SequentialActivationRenewals, 1, 0, 1),
                    null,
                    RequestViews.Zone,
                    new AlertOutcome("This can’t be done about this alert. Open it to see what can.")
                )
        ),
        new(
            typeof(AlertCard),
            "nothing-found",
            c => AlertCard.For(Page(c, AlertKind.StaleSignIn, 0, 0, 0), null, RequestViews.Zone)
        ),
        new(typeof(AlertFixCard), "remove", c => AlertFixCard.For(Fix(c, AlertKind.StaleSignIn, false), null)),
        new(typeof(AlertFixCard), "remove-outside", c => AlertFixCard.For(Fix(c, Outside, false), null)),
        new(
            typeof(AlertFixCard),
            "adopt-changed-meanwhile",
            c => AlertFixCard.For(Fix(c, Outside, true), c.Typed, "What was found changed since you looked."),
            IsFullest: true
        ),
        new(typeof(AlertFixCard), "done", c => AlertFixCard.Done(Fix(c, AlertKind.StaleSignIn, false))),
        new(
            typeof(AlertFixCard),
            "require-mfa",
            c => AlertFixCard.For(Fix(c, AlertKind.NoMfaOnRoleActivation, false), null)
        ),
        new(
            typeof(AlertSettingsCard),
            "with-faults",
            c =>
                AlertSettingsCard.For(
                    View(c, AlertKind.TooManyGlobalAdminsAssignedToTenant, 4),
                    new AlertForm(new AlertThresholds { Count = 1, Percentage = 10 }, true),
                    ["The number must be a whole number from 2 to 100."]
                ),
            IsFullest: true
        ),
        new(
            typeof(AlertSettingsCard),
            "frequent",
            c =>
                AlertSettingsCard.For(
                    View(c, AlertKind.SequentialActivationRenewals, 0),
                    AlertForm.From(Alert.New(AlertKey.OfDirectory(AlertKind.SequentialActivationRenewals)))
                )
        ),
        new(
            typeof(AlertNoticeCard),
            "outside",
            c => AlertNoticeCard.For(View(c, Outside, 7), Incidents(c, Outside, 7), Now, RequestViews.Zone),
            IsFullest: true
        ),
    ];

    private const AlertKind Outside = AlertKind.RolesAssignedOutsidePrivilegedIdentityManagement;

    internal static IReadOnlyList<AlertView> Many(Cast cast) =>
        [
            View(cast, Outside, 14),
            View(cast, AlertKind.StaleSignIn, 2),
            OfAzure(cast, AlertKind.TooManyOwnersAssignedToResource, 5),
            OfAzure(cast, AlertKind.DuplicateRoleCreated, 1),
            View(cast, AlertKind.RedundantAssignment, 1234),
            Dismissed(Page(cast, AlertKind.TooManyGlobalAdminsAssignedToTenant, 4, 0, 0), cast).View,
            View(cast, AlertKind.SequentialActivationRenewals, 0) with
            {
                Alert = Alert.New(AlertKey.OfDirectory(AlertKind.SequentialActivationRenewals)) with
                {
                    IsEnabled = false,
                },
            },
            View(cast, AlertKind.NoMfaOnRoleActivation, 0),
        ];

    private static IReadOnlyList<AlertView> Quiet(Cast cast) =>
        [.. AlertDefinitions.All.Where(d => !d.IsOfAzure).Select(d => View(cast, d.Kind, 0))];

    private static AlertView View(
        Cast cast,
        AlertKind kind,
        int incidents,
        AdministrationRight right = AdministrationRight.Manage
    ) => new(Alert.New(AlertKey.OfDirectory(kind)), cast.Scope, incidents, right);

    private static AlertView OfAzure(Cast cast, AlertKind kind, int incidents)
    {
        var scope = cast.ScopeNamed("Contoso Production") with
        {
            Id = new ScopeId("/subscriptions/1"),
            Kind = ScopeKind.Subscription,
        };
        return new AlertView(Alert.New(new AlertKey(kind, scope.Id)), scope, incidents, AdministrationRight.Manage);
    }

    private static AlertPage Page(
        Cast cast,
        AlertKind kind,
        int all,
        int number,
        int shown,
        AdministrationRight right = AdministrationRight.Manage
    ) => new(View(cast, kind, all, right), Incidents(cast, kind, shown), number, Now - TimeSpan.FromMinutes(20), Now);

    private static AlertPage Dismissed(AlertPage page, Cast cast) =>
        page with
        {
            View = page.View with { Alert = page.View.Alert with { DismissedAt = Now, DismissedBy = cast.Frank.Id } },
        };

    private static AlertFixView Fix(Cast cast, AlertKind kind, bool isAdoption)
    {
        var incidents = Incidents(cast, kind, 4);
        return new AlertFixView(
            View(cast, kind, 140),
            isAdoption,
            IsAll: true,
            [
                (incidents[0], null, false),
                (incidents[1], null, false),
                (incidents[2], $"{cast.Carol.Name} is the last who holds {cast.Role.Name}.", false),
                (incidents[3], null, true),
            ],
            HasMore: true
        );
    }

    private static IReadOnlyList<AlertIncidentView> Incidents(Cast cast, AlertKind kind, int count)
    {
        Person[] people = [cast.Alice, cast.Bob, cast.Carol, cast.Frank];
        return [.. Enumerable.Range(0, count).Select(i => Incident(cast, kind, people[i % people.Length], i))];
    }

    private static AlertIncidentView Incident(Cast cast, AlertKind kind, Person person, int number)
    {
        var key = AlertKey.OfDirectory(kind);
        var isOfRole = kind is AlertKind.NoMfaOnRoleActivation;
        return new AlertIncidentView(
            new AlertIncident
            {
                Id = AlertIncident.IdOf(key, $"{number}"),
                Alert = key,
                Person = isOfRole ? null : person.Id,
                Access = cast.Access,
                Since = isOfRole ? null : Now - TimeSpan.FromDays(31 + number),
                Count = 6,
                FoundAt = Now,
                RemovalOrderedAt = kind is Outside && number == 5 ? Now : null,
            },
            isOfRole ? null : new Assignee(Principal.Of(person.Id), person, null),
            cast.RoleNamed(number % 2 == 0 ? "Exchange Administrator" : "Helpdesk Administrator"),
            cast.Scope,
            null
        );
    }
}
