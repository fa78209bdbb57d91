using PimBot.Application.Access;
using PimBot.Application.Activations;
using PimBot.Bot.Cards;
using PimBot.Bot.Commands;
using PimBot.Bot.Dialogs.Assignments;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Tests.Cards;

/// <summary>What is asked before much is given or taken, with its consequence in words; and who was asked to decide.</summary>
internal static class ConfirmSamples
{
    private static readonly TimeZoneInfo Zone = RequestViews.Zone;

    public static IReadOnlyList<CardSample> All { get; } = [.. Orders, .. Changes, .. Asked, .. Reasons];

    private static IEnumerable<CardSample> Orders =>
        [
            Order("confirm-active-without-end", c => StandingViews.Person(c.Alice), AssignmentType.Active),
            Order("confirm-active-for-a-group", StandingViews.Group, AssignmentType.Active),
            Order(
                "confirm-eligible-for-a-guest",
                c => StandingViews.Person(c.Alice with { Kind = PersonKind.Guest }),
                AssignmentType.Eligible
            ),
            Order(
                "confirm-active-for-a-personal-account",
                c => StandingViews.Person(c.Alice with { Kind = PersonKind.Personal }),
                AssignmentType.Active
            ),
        ];

    private static IEnumerable<CardSample> Changes =>
        [
            Change("make-active", AssignmentChange.MakeActive, c => StandingViews.View(c, Alice(c), days: 60)),
            Change(
                "make-a-guest-permanent",
                AssignmentChange.MakePermanent,
                c => StandingViews.View(c, StandingViews.Person(c.Alice with { Kind = PersonKind.Guest }))
            ),
            Change(
                "make-a-group-eligible",
                AssignmentChange.MakeEligible,
                c => StandingViews.View(c, StandingViews.Group(c), AssignmentType.Active)
            ),
            Change(
                "remove-of-the-last-administrator",
                AssignmentChange.Remove,
                c => StandingViews.View(c, Alice(c), AssignmentType.Active),
                withHolders: true
            ),
            Change(
                "remove-while-a-wish-waits",
                AssignmentChange.Remove,
                c => StandingViews.View(c, Alice(c), days: 9) with { Pending = Wish(c).Request }
            ),
        ];

    private static IEnumerable<CardSample> Asked =>
        [
            new(
                typeof(AssignmentCard),
                "wish-waits-asked-two",
                c => AssignmentCard.For(Wish(c) with { Asked = [c.Bob, c.Carol] }, c.Alice.Id, Zone)
            ),
            new(
                typeof(AssignmentCard),
                "waits-for-another-administrator-asked-many",
                c =>
                    AssignmentCard.For(
                        StandingViews.Request(
                            c,
                            RequestAction.AdminRemove,
                            RequestState.PendingAdminDecision,
                            PendingReason.SecondAdministrator
                        ) with
                        {
                            Asked = [c.Alice, c.Bob, c.Carol, c.Frank, c.Alice, c.Bob, c.Carol],
                        },
                        c.Frank.Id,
                        Zone
                    )
            ),
            new(
                typeof(RequestCard),
                "pending-approval-settings-stricter",
                c =>
                    RequestCard.For(
                        RequestViews.Pending(c),
                        new RequestCardExtras(Zone, new HashSet<PersonId>())
                        {
                            Stricter = new StricterSettings(
                                RolePolicy.Default(c.Access) with
                                {
                                    Activation = RolePolicy.Default(c.Access).Activation with
                                    {
                                        Maximum = TimeSpan.FromMinutes(30),
                                    },
                                },
                                [
                                    StricterRule.ShorterMaximum,
                                    StricterRule.TicketNeeded,
                                    StricterRule.VerificationNeeded,
                                ]
                            ),
                        }
                    )
            ),
            new(
                typeof(RequestCard),
                "pending-approval-less-time",
                c =>
                    RequestCard.For(
                        RequestViews.Pending(c),
                        new RequestCardExtras(Zone, new HashSet<PersonId>()) { TellsStricter = true }
                    )
            ),
        ];

    private static IEnumerable<CardSample> Reasons =>
        [
            Question(
                "for-how-long-as-in-the-reason",
                new PeriodStep(),
                c => State(c, AssignmentType.Eligible).Lasting(null) with { PeriodInReason = "for 3 months" }
            ),
            Question(
                "where-as-in-the-reason",
                new ScopeStep(),
                c => State(c, AssignmentType.Eligible).Lasting(null) with { PlaceInReason = c.Scope.Name }
            ),
        ];

    private static CardSample Order(string state, Func<Cast, Assignee> who, AssignmentType type) =>
        new(
            typeof(AssignmentQuestionCard),
            state,
            c =>
            {
                var subject = Subject(c) with { Assignee = who(c) };
                var order = State(c, type);
                var question = new ConfirmStep().Question(order, subject);
                var about = subject.SayBack(order, RequestViews.Now, Zone);
                return AssignmentQuestionCard.For(order.Id, ConfirmStep.StepName, about, question, null);
            }
        );

    private static CardSample Question(string state, IAssignmentStep step, Func<Cast, AssignmentDialogState> asked) =>
        new(
            typeof(AssignmentQuestionCard),
            state,
            c =>
            {
                var subject = Subject(c) with { Assignee = StandingViews.Person(c.Bob) };
                var about = subject.SayBack(asked(c), RequestViews.Now, Zone);
                return AssignmentQuestionCard.For(
                    asked(c).Id,
                    step.Name,
                    about,
                    step.Question(asked(c), subject),
                    null
                );
            }
        );

    private static CardSample Change(
        string state,
        AssignmentChange change,
        Func<Cast, AssignmentView> view,
        bool withHolders = false
    ) =>
        new(
            typeof(AssignmentChangeCard),
            state,
            c =>
            {
                var shown = view(c) with { Role = Administrator(c) };
                return AssignmentChangeCard.For(
                    shown,
                    RolePolicy.Default(c.Access),
                    new AssignmentChangeForm(change),
                    Zone,
                    null,
                    withHolders
                        ? new WizardRole(
                            Administrator(c),
                            c.Scope,
                            RolePolicy.Default(c.Access),
                            [new WizardHolder(shown.Assignment, c.Alice, null)]
                        )
                        : null
                );
            }
        );

    private static Role Administrator(Cast cast) =>
        cast.Role with
        {
            Id = WellKnownRoles.GlobalAdministrator,
            Privileged = true,
        };

    private static Assignee Alice(Cast cast) => StandingViews.Person(cast.Alice);

    private static AssignmentRequestView Wish(Cast cast) =>
        StandingViews.Request(
            cast,
            RequestAction.SelfExtend,
            RequestState.PendingAdminDecision,
            PendingReason.AdministratorDecision
        );

    private static AssignmentSubject Subject(Cast cast) =>
        new([new AdministeredRole(Administrator(cast), [cast.Scope])])
        {
            Role = Administrator(cast),
            Scope = cast.Scope,
            Policy = RolePolicy.Default(cast.Access),
        };

    private static AssignmentDialogState State(Cast cast, AssignmentType type) =>
        new AssignmentDialogState
        {
            Id = "0123456789abcdef",
            Action = RequestAction.AdminAssign,
            Role = cast.Role.Id.Value,
            Scope = cast.Scope.Id.Value,
            Type = type,
        }.Lasting(PeriodAsked.Permanent);
}
