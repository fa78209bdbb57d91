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

/// <summary>What the samples show.</summary>
internal static partial class StandingSamples
{
    private static Elevation Elevated(Cast cast) =>
        new(cast.Alice.Id, Now - TimeSpan.FromMinutes(10), Now + TimeSpan.FromMinutes(50));

    private static AdaptiveCard Question(AssignmentQuestion question, string subject, string? problem) =>
        AssignmentQuestionCard.For("0123456789abcdef", "assignment-step", subject, question, problem);

    private static AdaptiveCard Form(
        Cast cast,
        RequestAction action,
        AssignmentSubject subject,
        AssignmentForm form,
        string? problem
    ) => AssignmentFormCard.For(subject, action, form, Now, Zone, cast is null ? null : problem);

    private static CardSample Result(string state, Func<Cast, AssignmentRequestView> view, bool isFullest = false) =>
        new(typeof(AssignmentCard), state, c => AssignmentCard.For(view(c), c.Frank.Id, Zone), isFullest);

    private static CardSample Change(string state, AssignmentChange change, Func<Cast, AssignmentView> view) =>
        new(
            typeof(AssignmentChangeCard),
            state,
            c => AssignmentChangeCard.For(view(c), RolePolicy.Default(c.Access), new AssignmentChangeForm(change), Zone)
        );

    private static CardSample Decision(string state, Func<Cast, AssignmentRequestView> view) =>
        new(typeof(AssignmentDecisionCard), state, c => AssignmentDecisionCard.For(view(c), Zone));

    private static AssignmentView Eligible(Cast cast) =>
        StandingViews.View(cast, StandingViews.Person(cast.Alice), days: 60);

    private static AssignmentRequestView Wish(Cast cast, RequestAction action = RequestAction.SelfExtend) =>
        StandingViews.Request(cast, action, RequestState.PendingAdminDecision, PendingReason.AdministratorDecision);

    private static AssignmentSubject Subject(Cast cast) =>
        new([.. Roles(cast, 3).Select(r => new AdministeredRole(r, [cast.Scope, Place(cast, 1), Place(cast, 2)]))])
        {
            Role = cast.Role,
            Scope = cast.Scope,
            Policy = RolePolicy.Default(cast.Access),
        };

    private static IEnumerable<Role> Roles(Cast cast, int count) =>
        Enumerable
            .Range(0, count)
            .Select(i =>
                i == 0 ? cast.Role : cast.RoleNamed($"Sample Administrator {i}") with { Id = new($"role-{i}") }
            );

    private static Scope Place(Cast cast, int number) =>
        cast.ScopeNamed($"resources-{number}") with
        {
            Id = new ScopeId($"/subscriptions/{number}"),
            Kind = ScopeKind.ResourceGroup,
        };

    private static RolePermanentView Permanent(Cast cast, int count)
    {
        Person[] people = [cast.Alice, cast.Bob, cast.Carol, cast.Frank with { Kind = PersonKind.Emergency }];
        return new(
            cast.Role,
            cast.Scope,
            RolePolicy.Default(cast.Access),
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i => StandingViews.View(cast, StandingViews.Person(people[i % people.Length]), number: i)),
            ]
        );
    }

    private static MembersPage Page(Cast cast, int rows, int all)
    {
        AssignmentView[] every =
        [
            StandingViews.View(cast, StandingViews.Person(cast.Alice), days: 60).Running(cast),
            StandingViews.View(cast, StandingViews.Person(cast.Bob), AssignmentType.Active, number: 1),
            StandingViews.View(
                cast,
                StandingViews.Person(cast.Carol with { Kind = PersonKind.Guest }),
                AssignmentType.Active,
                12,
                2
            ),
            StandingViews.View(cast, StandingViews.Group(cast), number: 3),
            StandingViews.View(
                cast,
                StandingViews.Person(cast.Frank with { Kind = PersonKind.ServiceAccount }),
                AssignmentType.Active,
                20,
                4
            ),
            StandingViews.View(cast, StandingViews.Person(cast.Bob), days: 8, number: 5) with
            {
                Pending = Wish(cast).Request,
            },
        ];
        return new MembersPage
        {
            Heading = cast.Role.Name,
            Rows = [.. every.Take(rows)],
            All = all,
            Role = cast.Role,
            Scope = cast.Scope,
            Managed = new HashSet<RoleScope> { cast.Access },
            InGroups = new Dictionary<GroupId, GroupMembers>
            {
                [new GroupId("helpdesk")] = new(7, [cast.Alice.Name, cast.Bob.Name, cast.Carol.Name]),
            },
        };
    }

    private static IReadOnlyList<PendingItem> Waiting(Cast cast) =>
        [
            new(RequestViews.Pending(cast), null, true, true),
            new(RequestViews.In(cast, RequestState.AwaitingVerification), null, false, true),
            new(null, Wish(cast), true, true),
            new(
                null,
                StandingViews.Request(
                    cast,
                    RequestAction.AdminRemove,
                    RequestState.PendingAdminDecision,
                    PendingReason.SecondAdministrator,
                    StandingViews.Person(cast.Bob with { Kind = PersonKind.Emergency })
                ),
                false,
                true
            ),
            new(
                null,
                StandingViews.Request(
                    cast,
                    RequestAction.AdminRemove,
                    RequestState.PendingProvisioning,
                    PendingReason.AnotherOwner
                ),
                false,
                true
            ),
            new(RequestViews.Later(RequestViews.In(cast, RequestState.Granted)), null, false, false),
        ];
}
