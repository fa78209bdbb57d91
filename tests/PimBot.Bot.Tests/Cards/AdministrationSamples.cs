using PimBot.Application.Access;
using PimBot.Application.Policies;
using PimBot.Bot.Cards;
using PimBot.Bot.Settings;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Tests.Cards;

/// <summary>The cards of settings and the dashboard.</summary>
internal static class AdministrationSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        new(typeof(SettingsCard), "for-a-manager", c => SettingsCard.For(View(c)), IsFullest: true),
        new(
            typeof(SettingsCard),
            "published-default-for-a-reader",
            c =>
                SettingsCard.For(
                    View(c) with
                    {
                        Policy = RolePolicy.Default(c.Access),
                        Approvers = [],
                        IsDefault = true,
                        Right = AdministrationRight.View,
                    }
                )
        ),
        new(
            typeof(SettingsCard),
            "saved",
            c =>
                SettingsCard.For(
                    View(c),
                    [.. Changes(c).Select(x => x.Words)],
                    SettingsEffects.Say(View(c), Changes(c))
                )
        ),
        new(
            typeof(SettingsFormCard),
            "activation",
            c => SettingsFormCard.For(View(c), SettingsForm.From(View(c), SettingsSection.Activation))
        ),
        new(
            typeof(SettingsFormCard),
            "activation-with-faults",
            c =>
                SettingsFormCard.For(
                    View(c),
                    SettingsForm
                        .From(View(c), SettingsSection.Activation)
                        .With(SettingsFields.Maximum, c.Typed)
                        .With(SettingsFields.Approvers, c.Typed),
                    [
                        $"I could not read “{c.Typed}” as the longest activation. Write it such as “1 hour 30 minutes”.",
                        $"I know nobody called “{c.Typed}”: no person, group or role.",
                    ]
                ),
            IsFullest: true
        ),
        new(
            typeof(SettingsFormCard),
            "assignment",
            c => SettingsFormCard.For(View(c), SettingsForm.From(View(c), SettingsSection.Assignment))
        ),
        new(
            typeof(SettingsFormCard),
            "told-when-activated",
            c => SettingsFormCard.For(View(c), SettingsForm.From(View(c), SettingsSection.NotifyActivation))
        ),
        new(
            typeof(SettingsConfirmCard),
            "stricter-and-looser",
            c =>
                SettingsConfirmCard.For(
                    View(c),
                    SettingsForm.From(View(c), SettingsSection.Activation),
                    Changes(c),
                    SettingsEffects.Say(View(c), Changes(c))
                ),
            IsFullest: true
        ),
        new(
            typeof(AccessChoiceCard),
            "settings-of-which-role",
            c =>
                AccessChoiceCard.For(
                    "Settings of which role?",
                    AdministrationViews.Of(c).Accesses,
                    Verbs.ShowSettings,
                    "Show settings",
                    "say “settings” and the role’s name."
                ),
            IsFullest: true
        ),
        new(
            typeof(DashboardCard),
            "everything",
            c => DashboardCard.For(AdministrationViews.Dashboard(c), RequestViews.Zone),
            IsFullest: true
        ),
        new(
            typeof(DashboardCard),
            "quiet-for-a-reader",
            c => DashboardCard.For(AdministrationViews.Quiet(c), RequestViews.Zone)
        ),
        new(
            typeof(DashboardCard),
            "twenty-nine-roles",
            c => DashboardCard.For(AdministrationViews.Fullest(c), RequestViews.Zone)
        ),
        new(
            typeof(MyViewCard),
            "active-eligible-pending",
            c =>
                MyViewCard.For(
                    [
                        Eligible(c, "Exchange Administrator", null),
                        Eligible(c, "User Administrator", RequestViews.Now + TimeSpan.FromDays(5)),
                    ],
                    [RoleSamples.Held(c, "Helpdesk Administrator"), RoleSamples.Standing(c)],
                    [RequestViews.Pending(c)],
                    RequestViews.Now,
                    RequestViews.Zone
                ),
            IsFullest: true
        ),
        new(typeof(MyViewCard), "nothing", _ => MyViewCard.For([], [], [], RequestViews.Now, RequestViews.Zone)),
    ];

    private static EligibleAccess Eligible(Cast cast, string role, DateTimeOffset? until) =>
        new(cast.RoleNamed(role), cast.Scope, until, RolePolicy.Default(cast.Access), null, null);

    private static PolicyView View(Cast cast)
    {
        var approvers = Approvers(cast);
        var request = RequestViews.Pending(cast).Request;
        return new PolicyView
        {
            Role = cast.Role,
            Scope = cast.Scope,
            Right = AdministrationRight.Manage,
            Policy = RolePolicy.Default(cast.Access) with
            {
                Activation = new ActivationPolicy
                {
                    Maximum = TimeSpan.FromMinutes(105),
                    Require =
                        ActivationRequirements.Mfa
                        | ActivationRequirements.Justification
                        | ActivationRequirements.Ticket
                        | ActivationRequirements.Approval,
                    Approvers = [.. approvers.Select(a => a.Reference)],
                },
                Eligible = new AssignmentPolicy { Maximum = TimeSpan.FromDays(90) },
                Notifications =
                [
                    new NotificationRule
                    {
                        Recipient = NotificationRecipient.Administrators,
                        Event = NotificationEvents.Activation,
                        IsCriticalOnly = true,
                        FurtherRecipients = ["soc@contoso.example", "audit@contoso.example"],
                    },
                    new NotificationRule
                    {
                        Recipient = NotificationRecipient.Approvers,
                        Event = NotificationEvents.EligibleAssignment,
                        IsDefaultRecipientsEnabled = false,
                    },
                ],
                Version = 3,
            },
            Approvers = approvers,
            UnderWay = [request, request],
            Requesters = [cast.Alice.Name, cast.Bob.Name],
            HasOwnUnderWay = true,
        };
    }

    private static IReadOnlyList<ApproverName> Approvers(Cast cast) =>
        [
            new(new ApproverReference { Person = cast.Bob.Id }, cast.Bob.Name, cast.Bob.Upn, false),
            new(
                new ApproverReference { Group = new GroupId("identity") },
                cast.ScopeNamed("Identity approvers").Name,
                null,
                false
            ),
            new(new ApproverReference { Role = cast.Role.Id }, cast.Role.Name, null, false),
        ];

    private static IReadOnlyList<SettingsChange> Changes(Cast cast)
    {
        var view = View(cast);
        var after = view.Policy with
        {
            Activation = view.Policy.Activation with
            {
                Maximum = TimeSpan.FromHours(1),
                Require = view.Policy.Activation.Require & ~ActivationRequirements.Ticket,
                Approvers = [view.Approvers[0].Reference],
            },
        };
        return SettingsChanges.Between(view.Policy, after, view.Role.Kind, view.Approvers, [view.Approvers[0]]);
    }
}
