using PimBot.Application.Access;
using PimBot.Application.Exports;
using PimBot.Application.Reviews;
using PimBot.Bot.Cards;
using PimBot.Bot.Dialogs.Reviews;
using PimBot.Bot.Reviews;
using PimBot.Channel.Cards;
using PimBot.Domain.Policies;
using PimBot.Domain.Reviews;
using static PimBot.Bot.Tests.Cards.ReviewSampleViews;

namespace PimBot.Bot.Tests.Cards;

/// <summary>Access reviews: for reviewers, for who is asked about themselves, and for administrators.</summary>
internal static class ReviewSamples
{
    private static readonly TimeZoneInfo Zone = RequestViews.Zone;

    public static IReadOnlyList<CardSample> All { get; } =
    [
        new(
            typeof(ReviewItemCard),
            "first",
            c => Single(c, new ReviewNote($"{c.Frank.Name} asks you who still needs this."))
        ),
        new(typeof(ReviewItemCard), "answered", c => Answered(c)),
        new(
            typeof(ReviewItemCard),
            "group",
            c =>
                ReviewItemCard.For(
                    Page(View(c, name: c.RoleNamed("Quarterly check").Name), Group(c, 2)),
                    c.Bob.Id,
                    Zone
                ),
            IsFullest: true
        ),
        new(typeof(ReviewItemCard), "done", c => Done(c)),
        new(typeof(ReviewItemCard), "over", c => Over(c)),
        new(typeof(ReviewListCard), "page", c => List(c), IsFullest: true),
        new(
            typeof(ReviewListCard),
            "over",
            c =>
                ReviewListCard.For(
                    Page(
                        View(c, ReviewState.Applied, totals: Settled),
                        Item(c.Alice, 1, Answer(c, ReviewVerdict.Approve), answeredBy: c.Bob.Name)
                    ) with
                    {
                        IsList = true,
                    },
                    c.Bob.Id,
                    Zone
                )
        ),
        new(
            typeof(ReviewRecommendedCard),
            "ask",
            c =>
                ReviewRecommendedCard.For(
                    Page(View(c)),
                    new RecommendedCounts(3, 2),
                    Zone,
                    "This review needs a reason with each answer. Say why.",
                    c.Typed
                ),
            IsFullest: true
        ),
        new(typeof(ReviewQuestionCard), "asked", c => Question(c, null)),
        new(
            typeof(ReviewQuestionCard),
            "answered",
            c => Question(c, Answer(c, ReviewVerdict.Approve, c.Alice)),
            IsFullest: true
        ),
        new(typeof(ReviewsCard), "nothing", _ => ReviewsCard.For(new ReviewsPage(), Zone)),
        new(typeof(ReviewsCard), "administrator", c => Reviews(c), IsFullest: true),
        new(
            typeof(ReviewsCard),
            "which",
            c =>
                ReviewsCard.Which(
                    [
                        View(c),
                        View(c, ReviewState.Completed, name: c.RoleNamed("Quarterly check").Name, totals: ToApply),
                    ],
                    7,
                    Zone
                )
        ),
        new(typeof(ReviewCard), "running", c => ReviewCard.For(Administered(c), Zone), IsFullest: true),
        new(
            typeof(ReviewCard),
            "to-apply",
            c => ReviewCard.For(Administered(c, ReviewState.Completed, ToApply) with { Losing = [c.Alice.Name] }, Zone)
        ),
        new(
            typeof(ReviewCard),
            "stopped",
            c =>
                ReviewCard.For(
                    Administered(c, ReviewState.Stopped) with
                    {
                        Next = null,
                    },
                    Zone,
                    new ReviewNote("The review is stopped. Nobody loses anything.")
                )
        ),
        new(
            typeof(ReviewChangeCard),
            "apply",
            c =>
                ReviewChangeCard.For(
                    Administered(c, ReviewState.Completed, ToApply) with
                    {
                        Losing = [c.Alice.Name, c.Bob.Name, c.Carol.Name],
                    },
                    ReviewChange.Apply,
                    Zone
                ),
            IsFullest: true
        ),
        new(typeof(ReviewChangeCard), "stop", c => ReviewChangeCard.For(Administered(c), ReviewChange.Stop, Zone)),
        new(
            typeof(ReviewChangeCard),
            "stop-series",
            c => ReviewChangeCard.For(Administered(c), ReviewChange.StopSeries, Zone)
        ),
        new(typeof(ReviewChangeCard), "reset", c => ReviewChangeCard.For(Administered(c), ReviewChange.Reset, Zone)),
        new(typeof(ReviewResultsCard), "page", c => ReviewResultsCard.For(Results(c), Zone), IsFullest: true),
        new(
            typeof(ReviewExportCard),
            "link",
            c =>
                ReviewExportCard.Ready(
                    Results(c).View,
                    ExportFormat.Csv,
                    new Uri("https://pimbot.contoso.example/verify/11111111222243338444555555555555")
                ),
            IsFullest: true
        ),
        new(typeof(ReviewExportCard), "which-form", c => ReviewExportCard.Ask(Results(c).View)),
        new(
            typeof(ReviewExportCard),
            "no-address",
            c => ReviewExportCard.Ready(Results(c).View, ExportFormat.JsonLines, null)
        ),
        new(typeof(ReviewConfirmCard), "recurring", c => Confirm(c), IsFullest: true),
        new(
            typeof(ReviewFormCard),
            "empty",
            c => ReviewFormCard.For(new ReviewSubject(Roles(c)), "dialog", new ReviewForm())
        ),
        new(typeof(ReviewFormCard), "problem", c => Form(c), IsFullest: true),
        new(
            typeof(ReviewRemovedCard),
            "denied",
            c =>
                ReviewRemovedCard.For(
                    View(c, ReviewState.Applied, totals: Settled),
                    Item(c.Alice, 2, Answer(c, ReviewVerdict.Deny), ReviewItemResult.Removed, answeredBy: c.Bob.Name)
                ),
            IsFullest: true
        ),
        new(
            typeof(ReviewRemovedCard),
            "silence",
            c =>
                ReviewRemovedCard.For(
                    View(c, ReviewState.Applied, totals: Settled),
                    Group(c, 2) with
                    {
                        Item = Group(c, 2).Item with { Result = ReviewItemResult.Removed },
                    }
                )
        ),
    ];

    private static AdaptiveCard Single(Cast cast, ReviewNote? note) =>
        ReviewItemCard.For(Page(View(cast), Item(cast.Alice, 1)) with { HasPrevious = false }, cast.Bob.Id, Zone, note);

    private static AdaptiveCard Answered(Cast cast) =>
        ReviewItemCard.For(
            Page(View(cast), Item(cast.Carol, 2, Answer(cast, ReviewVerdict.Deny), answeredBy: cast.Bob.Name)),
            cast.Bob.Id,
            Zone,
            new ReviewNote("This review needs a reason with each answer. Say why.", IsProblem: true),
            cast.Typed
        );

    private static AdaptiveCard Done(Cast cast) =>
        ReviewItemCard.For(
            Page(
                View(cast),
                Item(cast.Carol, 3, Answer(cast, ReviewVerdict.Approve, isBulk: true), answeredBy: cast.Bob.Name)
            ) with
            {
                Progress = new ReviewProgress(12, 12),
                HasNext = false,
            },
            cast.Bob.Id,
            Zone,
            new ReviewNote($"{cast.Carol.Name}: Approve")
        );

    private static AdaptiveCard Over(Cast cast) =>
        ReviewItemCard.For(
            Page(
                View(cast, ReviewState.Applied, totals: Settled),
                Item(cast.Carol, 3, Answer(cast, ReviewVerdict.Approve), answeredBy: cast.Bob.Name)
            ),
            cast.Alice.Id,
            Zone
        );

    private static AdaptiveCard List(Cast cast) =>
        ReviewListCard.For(
            Page(
                View(cast),
                [
                    Item(cast.Alice, 1),
                    Item(cast.Bob, 2, Answer(cast, ReviewVerdict.Deny), answeredBy: cast.Bob.Name),
                    Item(cast.Carol, 3, Answer(cast, ReviewVerdict.Approve, cast.Frank), answeredBy: cast.Frank.Name),
                    Group(cast, 4),
                    Item(cast.Frank, 5),
                    Item(cast.Alice, 6),
                    Item(cast.Bob, 7),
                    Item(cast.Carol, 8),
                ]
            ) with
            {
                IsList = true,
            },
            cast.Bob.Id,
            Zone
        );

    private static AdaptiveCard Question(Cast cast, ReviewAnswer? answer) =>
        ReviewQuestionCard.For(
            View(
                cast,
                settings: ReviewSampleViews.Settings with
                {
                    Reviewers = ReviewerKind.Self,
                    WhenSilent = SilenceRule.Remove,
                }
            ),
            Item(cast.Alice, 1, answer, answeredBy: cast.Alice.Name),
            Zone,
            answer is null ? null : new ReviewNote("Thank you.")
        );

    private static AdaptiveCard Reviews(Cast cast) =>
        ReviewsCard.For(
            new ReviewsPage
            {
                Tasks =
                [
                    (View(cast, name: cast.RoleNamed("Quarterly check").Name), new ReviewProgress(7, 12)),
                    (View(cast), new ReviewProgress(0, 1)),
                    (View(cast), new ReviewProgress(3, 3)),
                    (View(cast), new ReviewProgress(0, 500)),
                    (View(cast), new ReviewProgress(0, 500)),
                ],
                IsAdministrator = true,
                MayStart = true,
                Rows =
                [
                    View(cast, name: cast.RoleNamed("Quarterly check").Name),
                    View(cast, ReviewState.Completed, totals: ToApply),
                    View(cast, ReviewState.Applied, totals: Settled),
                    View(cast, ReviewState.Stopped),
                    View(cast, ReviewState.NotStarted),
                ],
                IsFirst = false,
                Older = View(cast).Review.Id,
            },
            Zone
        );

    private static AdministeredReview Administered(
        Cast cast,
        ReviewState state = ReviewState.InProgress,
        ReviewTotals? totals = null
    ) =>
        new()
        {
            View = View(cast, state, totals: totals),
            MayManage = true,
            Reviewers = $"{cast.Bob.Name} and {cast.Carol.Name}",
            Owing = state is ReviewState.InProgress ? [cast.Bob.Name, cast.Carol.Name] : [],
            Next = Now + TimeSpan.FromDays(87),
        };

    private static ReviewResultsPage Results(Cast cast)
    {
        ReviewAnswer Said(ReviewVerdict verdict, bool isBulk = false) => Answer(cast, verdict, isBulk: isBulk);
        var bob = cast.Bob.Name;
        return new()
        {
            View = View(cast, ReviewState.Applied, totals: Settled),
            HasNext = true,
            HasPrevious = true,
            Rows =
            [
                Item(cast.Alice, 1, Said(ReviewVerdict.Approve), ReviewItemResult.Kept, answeredBy: bob),
                Item(cast.Bob, 2, Said(ReviewVerdict.Deny), ReviewItemResult.Removed, answeredBy: bob),
                Item(cast.Carol, 3, null, ReviewItemResult.Removed),
                Item(
                    cast.Frank,
                    4,
                    Said(ReviewVerdict.Deny, isBulk: true),
                    ReviewItemResult.Refused,
                    ReasonCode.LastAdministrator,
                    bob
                ),
                Item(
                    cast.Alice,
                    5,
                    Said(ReviewVerdict.Deny),
                    ReviewItemResult.Waiting,
                    ReasonCode.AnotherAdministratorNeeded,
                    bob
                ),
                Item(cast.Bob, 6, Said(ReviewVerdict.Deny), ReviewItemResult.Gone, answeredBy: bob),
                Item(cast.Carol, 7, Said(ReviewVerdict.DontKnow), ReviewItemResult.Kept, answeredBy: bob),
                Group(cast, 8),
            ],
        };
    }

    private static AdaptiveCard Confirm(Cast cast) =>
        ReviewConfirmCard.For(
            new ReviewConfirmation(
                cast.Role.Name,
                ReviewSampleViews.Settings,
                new ReviewPreview
                {
                    Items = 12,
                    Asked = [cast.Bob.Name, cast.Carol.Name],
                    Elsewhere = 2,
                    Unasked = [cast.Alice.Name],
                    Starts = [Now, Now + TimeSpan.FromDays(92), Now + TimeSpan.FromDays(184)],
                },
                Now
            )
            {
                Reviewers = $"{cast.Bob.Name} and {cast.Carol.Name}",
            },
            "dialog",
            Zone,
            cast == Cast.Hostile ? cast.Typed : null
        );

    private static AdaptiveCard Form(Cast cast) =>
        ReviewFormCard.For(
            new ReviewSubject(Roles(cast)) { Role = cast.Role, Scope = cast.Scope },
            "dialog",
            new ReviewForm
            {
                Reviewers = nameof(ReviewerKind.Chosen),
                Names = cast.Typed,
                Fallback = cast.Typed,
                Days = "30",
                Pattern = nameof(RecurrencePattern.Monthly),
                End = cast.Typed,
                Start = cast.Typed,
                Silence = nameof(SilenceRule.Remove),
                IsAutoApplied = true,
            },
            "The review must end before the next one begins."
        );

    private static IReadOnlyList<AdministeredRole> Roles(Cast cast) => [new(cast.Role, [cast.Scope])];
}
