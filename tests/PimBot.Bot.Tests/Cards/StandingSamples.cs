using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Dialogs;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Bot.Wording;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Approvals;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Tests.Cards;

/// <summary>What administrators see of standing assignments, and holders near the end of theirs.</summary>
internal static partial class StandingSamples
{
    private static readonly DateTimeOffset Now = RequestViews.Now;
    private static readonly TimeZoneInfo Zone = RequestViews.Zone;

    public static IReadOnlyList<CardSample> All { get; } =
    [.. Questions, .. Forms, .. Results, .. Changes, .. Decisions, .. Lists, .. Elevations];

    private static IEnumerable<CardSample> Questions =>
        [
            new(
                typeof(AssignmentQuestionCard),
                "which-role",
                c => Question(Offering.Of("Which role?", Offering.Roles(Roles(c, 20))), "A new assignment", null)
            ),
            new(
                typeof(AssignmentQuestionCard),
                "who",
                c =>
                    Question(
                        new AssignmentQuestion("Who shall have it?") { PicksPeople = true },
                        c.Role.Name,
                        "I know nobody, and no group, of that name. Try the e-mail address."
                    ),
                IsFullest: true
            ),
            new(
                typeof(AssignmentQuestionCard),
                "for-how-long",
                c =>
                    Question(
                        new AssignmentQuestion("For how long?") { Offers = AssignmentText.Offers(null) },
                        $"{c.Role.Name}, for {c.Bob.Name}, eligible",
                        null
                    )
            ),
        ];

    private static IEnumerable<CardSample> Forms =>
        [
            new(typeof(AssignmentFormCard), "assign", c => Form(c, RequestAction.AdminAssign, Subject(c), new(), null)),
            new(
                typeof(AssignmentFormCard),
                "assign-any-role",
                c =>
                    Form(
                        c,
                        RequestAction.AdminAssign,
                        Subject(c) with
                        {
                            Role = null,
                            Scope = null,
                            Policy = null,
                        },
                        new(),
                        null
                    )
            ),
            new(
                typeof(AssignmentFormCard),
                "assign-with-problem",
                c =>
                    Form(
                        c,
                        RequestAction.AdminAssign,
                        Subject(c),
                        new AssignmentForm
                        {
                            Who = c.Bob.Name,
                            Kind = "active",
                            Period = "30 days",
                            Other = c.Typed,
                            Start = c.Typed,
                            Reason = c.Why,
                        },
                        $"Several may be meant: {c.Bob.Name} and {c.Carol.Name}. Type the address."
                    ),
                IsFullest: true
            ),
            new(
                typeof(AssignmentFormCard),
                "ask-to-extend",
                c =>
                    Form(
                        c,
                        RequestAction.SelfExtend,
                        Subject(c) with
                        {
                            Existing = StandingViews.Assignment(c, StandingViews.Person(c.Alice), days: 9),
                        },
                        new(),
                        null
                    )
            ),
        ];

    private static IEnumerable<CardSample> Results =>
        [
            Result(
                "assigned",
                c => StandingViews.Request(c, RequestAction.AdminAssign, RequestState.Provisioned),
                true
            ),
            Result("removed", c => StandingViews.Request(c, RequestAction.AdminRemove, RequestState.Revoked)),
            Result(
                "waits-for-another-administrator",
                c =>
                    StandingViews.Request(
                        c,
                        RequestAction.AdminRemove,
                        RequestState.PendingAdminDecision,
                        PendingReason.SecondAdministrator
                    )
            ),
            Result(
                "waits-for-another-owner",
                c =>
                    StandingViews.Request(
                        c,
                        RequestAction.AdminRemove,
                        RequestState.PendingProvisioning,
                        PendingReason.AnotherOwner
                    )
            ),
            Result(
                "wish-waits",
                c =>
                    StandingViews.Request(
                        c,
                        RequestAction.SelfExtend,
                        RequestState.PendingAdminDecision,
                        PendingReason.AdministratorDecision
                    )
            ),
        ];

    private static IEnumerable<CardSample> Changes =>
        [
            Change("remove", AssignmentChange.Remove, c => Eligible(c).Running(c)),
            Change("remove-of-a-group", AssignmentChange.Remove, c => StandingViews.View(c, StandingViews.Group(c))),
            Change(
                "remove-of-an-emergency-account",
                AssignmentChange.Remove,
                c =>
                    StandingViews.View(
                        c,
                        StandingViews.Person(c.Alice with { Kind = PersonKind.Emergency }),
                        AssignmentType.Active
                    )
            ),
            Change("make-permanent", AssignmentChange.MakePermanent, Eligible),
            Change(
                "make-eligible",
                AssignmentChange.MakeEligible,
                c => StandingViews.View(c, StandingViews.Person(c.Alice), AssignmentType.Active)
            ),
            new(
                typeof(AssignmentChangeCard),
                "extend-with-problem",
                c =>
                    AssignmentChangeCard.For(
                        Eligible(c).Running(c) with
                        {
                            Pending = StandingViews
                                .Request(
                                    c,
                                    RequestAction.SelfExtend,
                                    RequestState.PendingAdminDecision,
                                    PendingReason.AdministratorDecision
                                )
                                .Request,
                        },
                        RolePolicy.Default(c.Access),
                        new AssignmentChangeForm(AssignmentChange.Prolong, "30 days", c.Typed, c.Why),
                        Zone,
                        "The longest that the settings of this role allow is 90 days. Choose a shorter time."
                    ),
                IsFullest: true
            ),
            new(typeof(RolePermanentCard), "confirm", c => RolePermanentCard.For(Permanent(c, 3), null, Zone)),
            new(
                typeof(RolePermanentCard),
                "many-with-problem",
                c =>
                    RolePermanentCard.For(
                        Permanent(c, 40),
                        c.Why,
                        Zone,
                        "Who is eligible changed since you looked. Look again, then confirm."
                    ),
                IsFullest: true
            ),
            new(
                typeof(RolePermanentCard),
                "done",
                c =>
                    RolePermanentCard.Done(
                        Permanent(c, 3),
                        [c.Alice.Name, c.Bob.Name],
                        [c.Carol.Name],
                        [(c.Frank.Name, "This account is disabled. Ask an administrator to enable it.")]
                    )
            ),
        ];

    private static IEnumerable<CardSample> Decisions =>
        [
            Decision("wish", c => Wish(c)),
            Decision("wish-to-renew", c => Wish(c, RequestAction.SelfRenew)),
            new(
                typeof(AssignmentDecisionCard),
                "wish-with-problem",
                c =>
                    AssignmentDecisionCard.For(
                        Wish(c),
                        Zone,
                        "I could not read that as a period.",
                        new AssignmentDecisionForm("active", "30 days", c.Typed, c.Reason)
                    ),
                IsFullest: true
            ),
            Decision(
                "confirmation",
                c =>
                    StandingViews.Request(
                        c,
                        RequestAction.AdminRemove,
                        RequestState.PendingAdminDecision,
                        PendingReason.SecondAdministrator,
                        StandingViews.Person(c.Alice with { Kind = PersonKind.Emergency })
                    )
            ),
            Decision(
                "approved",
                c =>
                    StandingViews.Request(
                        c,
                        RequestAction.SelfExtend,
                        RequestState.Provisioned,
                        decision: StandingViews.Decided(c, Verdict.Approve)
                    )
            ),
            Decision(
                "denied",
                c =>
                    StandingViews.Request(
                        c,
                        RequestAction.SelfExtend,
                        RequestState.Denied,
                        decision: StandingViews.Decided(c, Verdict.Deny)
                    )
            ),
            Decision("canceled", c => StandingViews.Request(c, RequestAction.SelfExtend, RequestState.Canceled)),
        ];

    private static IEnumerable<CardSample> Lists =>
        [
            new(typeof(MembersCard), "first-page", c => MembersCard.For(Page(c, 6, 14), Now, Zone), IsFullest: true),
            new(
                typeof(MembersCard),
                "to-look-at-only",
                c => MembersCard.For(Page(c, 2, 2) with { Managed = new HashSet<RoleScope>() }, Now, Zone)
            ),
            new(typeof(MembersCard), "nobody", c => MembersCard.For(Page(c, 0, 0), Now, Zone)),
            new(
                typeof(MembersCard),
                "which-of-these",
                c =>
                    MembersCard.For(
                        Page(c, 2, 2) with
                        {
                            Heading = "Which of these?",
                            Role = null,
                            Only = AssignmentChange.Remove,
                        },
                        Now,
                        Zone
                    )
            ),
            new(
                typeof(PendingCard),
                "everything",
                c => PendingCard.For(Waiting(c), 1, 20, Now, Zone, "The request is canceled."),
                IsFullest: true
            ),
            new(typeof(PendingCard), "nothing", _ => PendingCard.For([], 0, 0, Now, Zone)),
            new(
                typeof(RolesCard),
                "near-the-end",
                c =>
                    RolesCard.For(
                        "Your roles",
                        [],
                        [],
                        Now,
                        Zone,
                        [
                            StandingViews.View(c, StandingViews.Person(c.Alice), days: 9),
                            StandingViews.View(c, StandingViews.Person(c.Alice), days: -9),
                            StandingViews.View(c, StandingViews.Person(c.Alice), days: 3) with
                            {
                                Pending = Wish(c).Request,
                            },
                        ]
                    )
            ),
            new(
                typeof(ActivationFormCard),
                "part-of-a-scope",
                c =>
                    ActivationFormCard.For(
                        FormSamples.Subject(c, ActivationRequirements.Justification, 2) with
                        {
                            Widest = c.Scope,
                            Narrower = [.. Enumerable.Range(1, 8).Select(i => Place(c, i))],
                        },
                        ActivationForm.Empty
                    )
            ),
            new(typeof(HelpCard), "help-for-administrators", _ => HelpCard.Help(isAdministrator: true)),
        ];

    private static IEnumerable<CardSample> Elevations =>
        [
            new(typeof(ElevationCard), "form", _ => ElevationCard.Form(null, null, null)),
            new(
                typeof(ElevationCard),
                "with-problem",
                c => ElevationCard.Form(120, c.Why, "The longest elevation is 8 hours. Ask for less time.")
            ),
            new(typeof(ElevationCard), "running", c => ElevationCard.Running(Elevated(c), c.Why, Now, Zone), true),
            new(typeof(ElevationCard), "ended", _ => ElevationCard.Ended(Now, Now, Zone)),
            new(typeof(StatusCard), "elevated", c => StatusCard.For([], [], 0, Now, Zone, Elevated(c))),
        ];
}
