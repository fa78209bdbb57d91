using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Wizard;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Tests.Cards;

/// <summary>The wizard from set-up to the goal.</summary>
internal static class WizardSamples
{
    private static readonly string[] Refused =
    [
        "Emergency access 1 stays: nobody else would hold Global Administrator.",
    ];

    public static IReadOnlyList<CardSample> All { get; } =
    [
        new(typeof(WizardSetUpCard), "for-an-administrator", c => WizardSetUpCard.For(c.Alice, [])),
        new(
            typeof(WizardSetUpCard),
            "for-who-is-both-already",
            c =>
                WizardSetUpCard.For(
                    c.Frank,
                    [WellKnownRoles.SecurityAdministrator, WellKnownRoles.PrivilegedRoleAdministrator]
                )
        ),
        new(
            typeof(WizardSetUpCard),
            "not-with-this-account",
            c =>
                WizardSetUpCard.For(
                    c.Alice with
                    {
                        Kind = PersonKind.Personal,
                    },
                    [],
                    "This account can’t set PimBot up."
                ),
            IsFullest: true
        ),
        new(
            typeof(WizardCard),
            "after-set-up",
            c =>
                WizardCard.For(
                    Overview(c, standing: 3),
                    "You are now Privileged Role Administrator and Security Administrator, permanently. Nobody else’s access changed."
                ),
            IsFullest: true
        ),
        new(typeof(WizardCard), "goal-reached", c => WizardCard.For(Overview(c, standing: 0))),
        new(
            typeof(WizardRoleCard),
            "every-sort-of-holder",
            c =>
                WizardRoleCard.For(
                    Role(c),
                    0,
                    Chosen(c),
                    RequestViews.Now,
                    RequestViews.Zone,
                    "Nothing is chosen yet: everybody is kept as they are."
                ),
            IsFullest: true
        ),
        new(
            typeof(WizardRoleCard),
            "last-page",
            c => WizardRoleCard.For(Role(c), 1, new Dictionary<Guid, WizardStep>(), RequestViews.Now, RequestViews.Zone)
        ),
        new(
            typeof(WizardConfirmCard),
            "with-warnings",
            c => WizardConfirmCard.For(Role(c), 0, Changes(c), Refused),
            IsFullest: true
        ),
        new(
            typeof(WizardConfirmCard),
            "nothing-possible",
            c => WizardConfirmCard.For(Role(c), 0, [Changes(c)[^1]], Refused)
        ),
        new(
            typeof(WizardResultCard),
            "changed-waiting-refused",
            c => WizardResultCard.For(Role(c), 0, Changes(c), Refused, Overview(c, standing: 1)),
            IsFullest: true
        ),
    ];

    private static WizardOverview Overview(Cast cast, int standing) =>
        new()
        {
            IsSetUp = true,
            Roles =
            [
                AdministrationViews.Access(cast, "Global Administrator", 2, 4),
                AdministrationViews.Access(cast, "Privileged Role Administrator", 1, 1),
                AdministrationViews.Access(cast, "User Administrator", 1, 0),
            ],
            Unheld = 4,
            Standing = standing,
            EmergencyAccounts = standing == 3 ? 1 : 2,
        };

    private static WizardRole Role(Cast cast) =>
        new(
            cast.Role,
            cast.Scope,
            RolePolicy.Default(cast.Access) with
            {
                Eligible = new AssignmentPolicy
                {
                    Maximum = TimeSpan.FromDays(90),
                    Require = ActivationRequirements.Justification,
                },
            },
            [
                Holder(cast, 1, cast.Alice),
                Holder(cast, 2, cast.Bob with { Kind = PersonKind.Emergency }),
                Holder(cast, 3, cast.Carol with { Kind = PersonKind.Personal }),
                Holder(cast, 4, cast.Frank with { Kind = PersonKind.Guest }, TimeSpan.FromDays(20)),
                Holder(cast, 5, cast.Bob with { Kind = PersonKind.ServiceAccount }),
                new WizardHolder(
                    Assignment(cast, 6, AssignmentType.Eligible, null) with
                    {
                        Person = null,
                        Group = new GroupId("helpdesk"),
                    },
                    null,
                    new Group
                    {
                        Id = new GroupId("helpdesk"),
                        Name = cast.ScopeNamed("Helpdesk").Name,
                        Members = [cast.Bob.Id, cast.Carol.Id],
                    }
                ),
                new WizardHolder(Assignment(cast, 7, AssignmentType.Eligible, null), cast.Carol, null),
            ]
        );

    private static Dictionary<Guid, WizardStep> Chosen(Cast cast) =>
        new() { [Role(cast).Holders[0].Assignment.Id] = WizardStep.MakeEligible };

    private static IReadOnlyList<WizardChange> Changes(Cast cast)
    {
        var holders = Role(cast).Holders;
        return
        [
            new WizardChange(holders[0], WizardStep.MakeEligible, Done(cast, holders[0], null)),
            new WizardChange(holders[1], WizardStep.Remove, Done(cast, holders[1], PendingReason.SecondAdministrator)),
            new WizardChange(holders[2], WizardStep.MakeEligible, Done(cast, holders[2], null)),
            new WizardChange(holders[5], WizardStep.Remove, Done(cast, holders[5], null)),
            new WizardChange(holders[4], WizardStep.Remove, Refusal.Because(ReasonCode.LastAdministrator)),
        ];
    }

    private static Decision<AssignmentRequest> Done(Cast cast, WizardHolder holder, PendingReason? waitsFor) =>
        new AssignmentRequest
        {
            Id = new RequestId(Guid.Empty),
            Action = RequestAction.AdminUpdate,
            CreatedBy = cast.Alice.Id,
            CreatedAt = RequestViews.Now,
            Principal = holder.Assignment.Principal,
            Access = holder.Assignment.Access,
            Assignment = holder.Assignment.Id,
            Ask = new AssignmentAsk { Type = AssignmentType.Eligible },
            State = RequestState.Provisioned,
            WaitsFor = waitsFor,
        };

    private static WizardHolder Holder(Cast cast, int number, Person person, TimeSpan? length = null) =>
        new(
            Assignment(cast, number, AssignmentType.Active, RequestViews.Now + length) with
            {
                Person = person.Id,
            },
            person,
            null
        );

    private static Assignment Assignment(Cast cast, int number, AssignmentType type, DateTimeOffset? end) =>
        new()
        {
            Id = new Guid($"5eed0000-0000-4000-8000-{number:D12}"),
            Person = cast.Carol.Id,
            Access = cast.Access,
            Type = type,
            End = end,
        };
}
